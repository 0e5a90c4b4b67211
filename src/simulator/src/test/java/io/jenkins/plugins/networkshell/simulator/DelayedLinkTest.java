package io.jenkins.plugins.networkshell.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.simulator.traffic.DelayedLink;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DelayedLinkTest {
    private static final Duration ROUND_TRIP = Duration.ofMillis(200);

    @Test
    void chargesARoundTripForConnectingAndForEachExchange() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                DelayedLink link = link(server)) {
            long start = System.nanoTime();
            try (Socket client = new Socket(link.host(), link.port());
                    Socket accepted = server.accept()) {
                echo(accepted);
                client.getOutputStream().write(1);
                assertThat(client.getInputStream().read()).isEqualTo(1);
                assertThat(since(start)).isBetween(Duration.ofMillis(400), Duration.ofMillis(590));
                start = System.nanoTime();
                client.getOutputStream().write(2);
                assertThat(client.getInputStream().read()).isEqualTo(2);
                assertThat(since(start)).isBetween(Duration.ofMillis(199), Duration.ofMillis(390));
                client.shutdownOutput();
                assertThat(client.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void doesNotLimitThroughput() throws Exception {
        int size = 12_000_000;
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                DelayedLink link = link(server);
                Socket client = new Socket(link.host(), link.port());
                Socket accepted = server.accept()) {
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(accepted, new byte[size]));
            long start = System.nanoTime();
            assertThat(client.getInputStream().readNBytes(size)).hasSize(size);
            // One window of 64 KiB a round trip would take 36 seconds.
            assertThat(since(start)).isLessThan(Duration.ofSeconds(10));
            sending.join();
        }
    }

    private static DelayedLink link(ServerSocket server) throws Exception {
        return DelayedLink.to(
                new java.net.InetSocketAddress(server.getInetAddress(), server.getLocalPort()), ROUND_TRIP);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void echo(Socket socket) {
        CompletableFuture.runAsync(() -> {
            try {
                InputStream in = socket.getInputStream();
                OutputStream out = socket.getOutputStream();
                for (int b = in.read(); b >= 0; b = in.read()) {
                    out.write(b);
                }
                socket.close();
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private static void send(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
