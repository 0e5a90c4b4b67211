package io.jenkins.plugins.networkshell.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.channel.ChannelDirectTcpip;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.junit.jupiter.api.Test;

/** A simulated jump host. */
class ForwardingTest {
    private final Scene linux = Scene.shipped("linux");
    private final Scene jumpHost =
            linux.toBuilder().ssh(linux.ssh().withForwarding()).build();

    private static ChannelDirectTcpip tunnel(MinaClient client, int port) throws IOException {
        return client.session.createDirectTcpipChannel(
                new SshdSocketAddress("127.0.0.1", 0), new SshdSocketAddress("127.0.0.1", port));
    }

    /** Connects until the listener's queue is full; then the system answers nothing, not even with a refusal. */
    private static List<Socket> filled(ServerSocket listener) throws IOException {
        List<Socket> queue = new ArrayList<>();
        while (true) {
            Socket next = new Socket();
            queue.add(next);
            try {
                next.connect(listener.getLocalSocketAddress(), 200);
            } catch (SocketTimeoutException e) {
                return queue;
            }
        }
    }

    /** Backups of devices behind a simulated jump host would otherwise all wait for the one that is switched off. */
    @Test
    void aHostThatDoesNotAnswerHoldsUpNoOther() throws Exception {
        List<Socket> queue = List.of();
        try (DeviceSimulator simulator = DeviceSimulator.start();
                ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                MinaClient client = new MinaClient(simulator.add(jumpHost))) {
            queue = filled(listener);
            SimulatedDevice device = simulator.add(linux);

            OpenFuture silent = tunnel(client, listener.getLocalPort()).open();
            ChannelDirectTcpip other = tunnel(client, device.port());
            other.open().verify(MinaClient.LIMIT);

            byte[] greeting = other.getInvertedOut().readNBytes(8);
            assertThat(new String(greeting, StandardCharsets.US_ASCII)).isEqualTo("SSH-2.0-");
            assertThat(silent.isDone()).isFalse();
        } finally {
            for (Socket socket : queue) {
                socket.close();
            }
        }
    }
}
