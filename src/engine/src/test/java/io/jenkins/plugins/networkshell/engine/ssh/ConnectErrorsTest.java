package io.jenkins.plugins.networkshell.engine.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.ConnectionLostException;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.testing.BlackHole;
import io.jenkins.plugins.networkshell.engine.testing.FakeServer;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What goes wrong before a login: one exception and one sentence for each. */
class ConnectErrorsTest {
    private static final Limits SHORT =
            Limits.DEFAULT.withConnect(Duration.ofMillis(300)).withLogin(Duration.ofMillis(500));

    @Test
    void unknownHost() {
        NetworkShellException e = Try.failure(Target.builder("no-such-device.invalid", "root"), ErrorKind.UNKNOWN_HOST);
        assertThat(e).hasMessage("The name of the host has no address: no-such-device.invalid.");
        assertThat(e.kind()).isEqualTo(ErrorKind.UNKNOWN_HOST);
        assertThat(e.host()).isEqualTo("no-such-device.invalid");
        assertThat(e.hint()).isPresent();
    }

    @Test
    void connectionRefused() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        NetworkShellException e = Try.failure(Try.port(port, "root"), ErrorKind.CONNECTION_REFUSED);
        assertThat(e).hasMessage("Nothing accepts connections at 127.0.0.1:" + port + " (connection refused).");
        assertThat(e.kind()).isEqualTo(ErrorKind.CONNECTION_REFUSED);
        Try.assertNoThreadsLeft(port);
    }

    @Test
    void ipv6AddressesAreWrittenInBrackets() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            port = socket.getLocalPort();
        } catch (IOException e) {
            org.junit.jupiter.api.Assumptions.abort("no IPv6 on this machine");
            return;
        }
        assertThat(Try.failure(Target.builder("::1", "root").port(port), ErrorKind.CONNECTION_REFUSED))
                .hasMessageContaining("[::1]:" + port);
    }

    /** A listener whose queue is full drops further connections, as a firewall does. */
    @Test
    void connectTimeout() throws Exception {
        try (BlackHole hole = new BlackHole()) {
            NetworkShellException e =
                    Try.failure(Try.port(hole.port(), "root").limits(SHORT), ErrorKind.CONNECT_TIMEOUT);
            assertThat(e).hasMessage("No answer from 127.0.0.1:" + hole.port() + " within 300 ms.");
            assertThat(e.kind()).isEqualTo(ErrorKind.CONNECT_TIMEOUT);
            Try.assertNoThreadsLeft(hole.port());
        }
    }

    @Test
    void webServer() throws Exception {
        try (FakeServer server = new FakeServer(socket -> {
            socket.getInputStream().read();
            socket.getOutputStream().write(Try.bytes("HTTP/1.1 400 Bad\tRequest\r\nServer: x\r\n\r\n"));
            socket.shutdownOutput();
        })) {
            NetworkShellException e = Try.failure(Try.port(server.port(), "root"), ErrorKind.NOT_SSH);
            assertThat(e)
                    .hasMessage("What answers at 127.0.0.1:" + server.port()
                            + " does not speak SSH: its first line is \"HTTP/1.1 400 Bad\\tRequest\".");
            assertThat(e.kind()).isEqualTo(ErrorKind.NOT_SSH);
            Try.assertNoThreadsLeft(server.port());
        }
    }

    @Test
    void endlessNonsense() throws Exception {
        try (FakeServer server = new FakeServer(socket -> {
            while (true) {
                socket.getOutputStream().write(Try.bytes("blah\n".repeat(1000)));
            }
        })) {
            assertThat(Try.failure(Try.port(server.port(), "root"), ErrorKind.NOT_SSH))
                    .hasMessageContaining("\"blah\"");
        }
    }

    @Test
    void onlyVersion1() throws Exception {
        try (FakeServer server =
                new FakeServer(socket -> socket.getOutputStream().write(Try.bytes("SSH-1.5-Cisco-1.25\n")))) {
            assertThat(Try.failure(Try.port(server.port(), "root"), ErrorKind.NOT_SSH))
                    .hasMessageContaining("speaks only SSH version 1: \"SSH-1.5-Cisco-1.25\"");
        }
    }

    @Test
    void hangsUpAtOnce() throws Exception {
        try (FakeServer server = new FakeServer(Socket::close)) {
            NetworkShellException e = Try.failure(Try.port(server.port(), "root"), ErrorKind.UNREACHABLE);
            assertThat(e.getMessage())
                    .startsWith("127.0.0.1:" + server.port() + " closed the connection before it said anything");
            assertThat(e.kind()).isEqualTo(ErrorKind.UNREACHABLE);
        }
    }

    /** What is closed with data of ours unread is reset, and so is what a firewall rejects. */
    @Test
    void resetsAtOnce() throws Exception {
        try (FakeServer server = new FakeServer(socket -> {
            socket.setSoLinger(true, 0);
            socket.getInputStream().read();
            socket.close();
        })) {
            assertThat(Try.failure(Try.port(server.port(), "root"), ErrorKind.UNREACHABLE))
                    .hasMessage("127.0.0.1:" + server.port()
                            + " closed the connection before it said anything (Connection reset).");
        }
    }

    /** OpenSSH, when there are too many who have not logged in yet. */
    @Test
    void saysWhyAndHangsUp() throws Exception {
        try (FakeServer server = new FakeServer(socket -> {
            socket.getInputStream().read();
            socket.getOutputStream().write(Try.bytes("Exceeded MaxStartups\r\n"));
            socket.shutdownOutput();
        })) {
            NetworkShellException e = Try.failure(
                    Try.port(server.port(), "root").connectAttempts(2).retryDelay(Duration.ofMillis(1)),
                    ErrorKind.UNREACHABLE);
            assertThat(e)
                    .hasMessage("127.0.0.1:" + server.port()
                            + " closed the connection before SSH began; it said \"Exceeded MaxStartups\".");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void neverSaysAnything() throws Exception {
        try (FakeServer server = new FakeServer(socket -> {})) {
            NetworkShellException e =
                    Try.failure(Try.port(server.port(), "root").limits(SHORT), ErrorKind.TIMEOUT);
            assertThat(e)
                    .hasMessage(
                            "Login to 127.0.0.1:" + server.port() + " did not complete within 500 ms: it said nothing,"
                                    + " and the identification of an SSH server was awaited.");
            assertThat(e.kind()).isEqualTo(ErrorKind.TIMEOUT);
            Try.assertNoThreadsLeft(server.port());
        }
    }

    @Test
    void telnet() throws Exception {
        byte[] negotiation = {(byte) 255, (byte) 251, 1, (byte) 255, (byte) 253, 24};
        try (FakeServer server = new FakeServer(socket -> {
            socket.getOutputStream().write(negotiation);
            socket.getOutputStream().write(Try.bytes("\r\nUser Access Verification\r\n\r\nUsername: "));
        })) {
            assertThat(Try.failure(Try.port(server.port(), "root").limits(SHORT), ErrorKind.TIMEOUT))
                    .hasMessage(
                            "Login to 127.0.0.1:" + server.port() + " did not complete within 500 ms: it said \"User"
                                    + " Access Verification\", and the identification of an SSH server was awaited.");
        }
    }

    /** What devices say when all their lines are taken. */
    @Test
    void reasonGivenBeforeLogin() throws Exception {
        try (FakeServer server = new FakeServer(socket -> {
            socket.getOutputStream().write(Try.bytes("SSH-2.0-HUAWEI-1.5\r\n"));
            socket.getOutputStream().write(disconnect("Too many sessions\u0007"));
        })) {
            ConnectionLostException e = Try.failure(Try.port(server.port(), "root"), ConnectionLostException.class);
            assertThat(e)
                    .hasMessage("The connection to 127.0.0.1:" + server.port()
                            + " ended during the key exchange; the reason given is \"Too many sessions\\u0007\".");
        }
    }

    private static byte[] disconnect(String words) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream packet = new DataOutputStream(body);
        byte[] text = Try.bytes(words);
        int padding = 8 - (5 + 1 + 4 + 4 + text.length + 4) % 8 + 8;
        packet.writeInt(1 + 1 + 4 + 4 + text.length + 4 + padding);
        packet.writeByte(padding);
        packet.writeByte(1);
        packet.writeInt(12);
        packet.writeInt(text.length);
        packet.write(text);
        packet.writeInt(0);
        packet.write(new byte[padding]);
        return body.toByteArray();
    }

    @Test
    void triesAgainAfterErrorsOfTheTransport() throws Exception {
        try (FakeServer server = new FakeServer(Socket::close)) {
            StringBuilder heard = new StringBuilder();
            ConnectionListener listener = new ConnectionListener() {
                @Override
                public void warning(String message) {}

                @Override
                public void retrying(String message) {
                    heard.append(message).append('\n');
                }
            };
            Target target = Try.port(server.port(), "root")
                    .connectAttempts(3)
                    .retryDelay(Duration.ofMillis(1))
                    .build();
            NetworkShellException e = org.assertj.core.api.Assertions.catchThrowableOfType(
                    NetworkShellException.class,
                    () -> SshConnection.open(
                            target, listener, new io.jenkins.plugins.networkshell.engine.Cancellation()));
            assertThat(e.kind()).isEqualTo(ErrorKind.UNREACHABLE);
            assertThat(server.connections()).isEqualTo(3);
            assertThat(heard.toString()).contains("Attempt 2 of 3 in 1 ms.").contains("Attempt 3 of 3 in 2 ms.");
        }
    }
}
