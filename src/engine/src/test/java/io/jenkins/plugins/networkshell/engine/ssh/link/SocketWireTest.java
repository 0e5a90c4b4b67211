package io.jenkins.plugins.networkshell.engine.ssh.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.util.Arrays;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SocketWireTest {
    /** More than fits into any buffers between the two sides. */
    private static final byte[] MUCH = new byte[64 * 1024 * 1024];

    private final SocketWire wire = new SocketWire();
    private ServerSocket server;
    private Socket peer;

    SocketWireTest() throws IOException {}

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        wire.connect(server.getLocalSocketAddress(), 10_000);
        peer = server.accept();
    }

    @AfterEach
    void close() throws IOException {
        wire.close();
        peer.close();
        server.close();
    }

    /** What a thread came to, and whether it was still interrupted then. */
    private record Outcome(Throwable failure, boolean interrupted) {}

    private interface Work {
        void run() throws IOException;
    }

    private static FutureTask<Outcome> start(Work work, boolean interrupted) {
        FutureTask<Outcome> task = new FutureTask<>(() -> new Outcome(catchThrowable(work::run), Thread.interrupted()));
        Thread thread = new Thread(task, "on the wire");
        thread.start();
        if (interrupted) {
            thread.interrupt();
        }
        return task;
    }

    private static int count(InputStream in, int length) throws IOException {
        byte[] buffer = new byte[100_000];
        int count = 0;
        while (count < length) {
            int n = in.read(buffer);
            if (n < 0) {
                break;
            }
            count += n;
        }
        return count;
    }

    @Test
    void anInterruptedThreadFinishesItsPacket() throws Exception {
        FutureTask<Outcome> writing = start(() -> wire.output().write(MUCH), true);
        assertThat(count(peer.getInputStream(), MUCH.length)).isEqualTo(MUCH.length);
        assertThat(writing.get()).isEqualTo(new Outcome(null, true));

        wire.output().write(7);
        assertThat(peer.getInputStream().read()).isEqualTo(7);
    }

    @Test
    void butNotForever() throws Exception {
        Outcome outcome = start(() -> wire.output().write(MUCH), true).get();
        assertThat(outcome.failure()).isInstanceOf(ClosedByInterruptException.class);
        assertThat(outcome.interrupted()).isTrue();
        assertThat(count(peer.getInputStream(), MUCH.length))
                .as("the other side hears of the end")
                .isLessThan(MUCH.length);
    }

    @Test
    void closingWakesBothSides() throws Exception {
        FutureTask<Outcome> reading = start(() -> wire.input().read(), false);
        FutureTask<Outcome> writing = start(() -> wire.output().write(MUCH), false);
        peer.getInputStream().read(); // both are under way
        wire.close();
        assertThat(reading.get().failure()).isInstanceOf(ClosedChannelException.class);
        assertThat(writing.get().failure()).isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void anInterruptEndsReading() throws Exception {
        Outcome outcome = start(() -> wire.input().read(), true).get();
        assertThat(outcome.failure()).isInstanceOf(ClosedByInterruptException.class);
        assertThat(outcome.interrupted()).isTrue();
    }

    @Test
    void bytesAndTheEnd() throws Exception {
        peer.getOutputStream().write(new byte[] {1, -1, 3});
        peer.shutdownOutput();
        assertThat(wire.input().read()).isEqualTo(1);
        assertThat(wire.input().read()).isEqualTo(255);
        byte[] rest = new byte[10];
        assertThat(wire.input().read(rest, 2, 8)).isEqualTo(1);
        assertThat(Arrays.copyOf(rest, 4)).containsExactly(0, 0, 3, 0);
        assertThat(wire.input().read(rest, 0, 0)).isZero();
        assertThat(wire.input().read()).isEqualTo(-1);
    }
}
