package io.jenkins.plugins.networkshell.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LinkConnectionTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void closesItsSocketsWhenBothSidesHaveFinished() throws Exception {
        CompletableFuture<LinkConnection> ended = new CompletableFuture<>();
        try (AsynchronousServerSocketChannel listener = AsynchronousServerSocketChannel.open()
                        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                Socket client = connect(listener);
                AsynchronousSocketChannel clientSide = listener.accept().get();
                Socket server = connect(listener);
                AsynchronousSocketChannel serverSide = listener.accept().get()) {
            LinkConnection connection = new LinkConnection(clientSide, 0, timer, ended::complete);
            connection.clientConnected();
            connection.serverConnected(serverSide);
            client.shutdownOutput();
            assertThat(server.getInputStream().read()).isEqualTo(-1);
            assertThat(clientSide.isOpen()).as("the server has not finished").isTrue();
            server.getOutputStream().write(7);
            server.shutdownOutput();
            assertThat(client.getInputStream().readAllBytes()).containsExactly(7);
            assertThat(ended).succeedsWithin(SOON).isSameAs(connection);
            assertThat(clientSide.isOpen()).isFalse();
            assertThat(serverSide.isOpen()).isFalse();
        }
    }

    private static Socket connect(AsynchronousServerSocketChannel listener) throws Exception {
        InetSocketAddress address = (InetSocketAddress) listener.getLocalAddress();
        return new Socket(address.getAddress(), address.getPort());
    }
}
