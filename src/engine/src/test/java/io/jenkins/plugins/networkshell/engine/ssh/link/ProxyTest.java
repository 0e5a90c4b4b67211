package io.jenkins.plugins.networkshell.engine.ssh.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Proxy;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.testing.Daemon;
import io.jenkins.plugins.networkshell.engine.testing.FakeServer;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import io.jenkins.plugins.networkshell.engine.testing.Tool;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.io.DataInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** SOCKS 5 against OpenSSH's {@code ssh -D}, HTTP CONNECT against tinyproxy; what those never say, against scripts. */
class ProxyTest {
    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer();

    @TempDir
    Path folder;

    private static Proxy socks(int port) {
        return new Proxy.Socks5("127.0.0.1", port, null, null);
    }

    private Daemon startSocks() throws Exception {
        String ssh = Tool.find("ssh", "openssh-client");
        return Daemon.start(
                port -> List.of(
                        ssh,
                        "-v",
                        "-N",
                        "-F",
                        "none",
                        "-D",
                        "127.0.0.1:" + port,
                        "-i",
                        SERVER.clientKey().toString(),
                        "-o",
                        "StrictHostKeyChecking=no",
                        "-o",
                        "UserKnownHostsFile=/dev/null",
                        "-o",
                        "ExitOnForwardFailure=yes",
                        "-p",
                        String.valueOf(SERVER.port()),
                        "root@127.0.0.1"),
                line -> line.contains("Entering interactive session"));
    }

    private Daemon startTinyproxy(String... more) throws Exception {
        String tinyproxy = Tool.find("tinyproxy", "tinyproxy-bin");
        return Daemon.start(
                port -> {
                    try {
                        Path config = Files.writeString(
                                folder.resolve("tinyproxy" + port),
                                "Port " + port + "\nListen 127.0.0.1\nTimeout 600\nAllow 127.0.0.1\nLogLevel Info\n"
                                        + String.join("\n", more) + "\n");
                        return List.of(tinyproxy, "-d", "-c", config.toString());
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                },
                line -> line.contains("Accepting connections"));
    }

    @Test
    void socks() throws Exception {
        try (Daemon proxy = startSocks()) {
            Try.works(Try.key(SERVER).proxy(socks(proxy.port())));
            Try.works(Try.key(SERVER).jumps(List.of(Try.key(SERVER).build())).proxy(socks(proxy.port())));
        }
    }

    @Test
    void socksProxySaysNo() throws Exception {
        try (Daemon proxy = startSocks()) {
            NetworkShellException e = Try.failure(
                    Target.builder("no-such-device.invalid", "root").proxy(socks(proxy.port())), ErrorKind.UNREACHABLE);
            assertThat(e.getMessage())
                    .startsWith(
                            "The proxy 127.0.0.1:" + proxy.port() + " did not connect to no-such-device.invalid:22: ");
            assertThat(e.kind()).isEqualTo(ErrorKind.UNREACHABLE);
        }
    }

    @Test
    void http() throws Exception {
        try (Daemon proxy = startTinyproxy()) {
            Try.works(Try.key(SERVER).proxy(new Proxy.HttpConnect("127.0.0.1", proxy.port(), null, null)));
        }
    }

    @Test
    void httpWithLogin() throws Exception {
        try (Daemon proxy = startTinyproxy("BasicAuth me secret")) {
            Try.works(
                    Try.key(SERVER).proxy(new Proxy.HttpConnect("127.0.0.1", proxy.port(), "me", Secret.of("secret"))));
            assertThat(Try.failure(
                            Try.key(SERVER).proxy(new Proxy.HttpConnect("127.0.0.1", proxy.port(), null, null)),
                            ErrorKind.UNREACHABLE))
                    .hasMessageContaining("it wants a user name and a password (\"HTTP/1.")
                    .hasMessageContaining(" 407 ");
            assertThat(Try.failure(
                            Try.key(SERVER)
                                    .proxy(new Proxy.HttpConnect(
                                            "127.0.0.1", proxy.port(), "me", Secret.of("wrong-one"))),
                            ErrorKind.UNREACHABLE))
                    .hasMessageContaining("user name or the password")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("wrong-one"));
        }
    }

    @Test
    void httpProxySaysNo() throws Exception {
        try (Daemon proxy = startTinyproxy("ConnectPort 443")) {
            assertThat(Try.failure(
                            Try.key(SERVER).proxy(new Proxy.HttpConnect("127.0.0.1", proxy.port(), null, null)),
                            ErrorKind.UNREACHABLE))
                    .hasMessageContaining("did not connect to 127.0.0.1:" + SERVER.port() + ": it says \"HTTP/1.")
                    .hasMessageContaining(" 403 ");
        }
    }

    @Test
    void proxyIsDown() throws Exception {
        int closed;
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertThat(Try.failure(Try.key(SERVER).proxy(socks(closed)), ErrorKind.CONNECTION_REFUSED))
                .hasMessage("Nothing accepts connections at the proxy 127.0.0.1:" + closed + " (connection refused).");
    }

    @Test
    void socksLogin() throws Exception {
        try (FakeServer proxy = new FakeServer(socket -> {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            in.readFully(new byte[4]);
            socket.getOutputStream().write(new byte[] {5, 2});
            in.readUnsignedByte();
            byte[] name = new byte[in.readUnsignedByte()];
            in.readFully(name);
            byte[] password = new byte[in.readUnsignedByte()];
            in.readFully(password);
            boolean right = new String(password, StandardCharsets.UTF_8).equals("secret");
            socket.getOutputStream().write(new byte[] {1, (byte) (right ? 0 : 1)});
            if (right) {
                in.readFully(new byte[4]);
                in.readFully(new byte[in.readUnsignedByte() + 2]);
                socket.getOutputStream().write(new byte[] {5, 2, 0, 1, 0, 0, 0, 0, 0, 0});
            }
        })) {
            assertThat(Try.failure(
                            Try.key(SERVER)
                                    .proxy(new Proxy.Socks5("127.0.0.1", proxy.port(), "me", Secret.of("secret"))),
                            ErrorKind.UNREACHABLE))
                    .hasMessageContaining("its rules do not allow the connection");
            assertThat(Try.failure(
                            Try.key(SERVER)
                                    .proxy(new Proxy.Socks5("127.0.0.1", proxy.port(), "me", Secret.of("wrong"))),
                            ErrorKind.UNREACHABLE))
                    .hasMessageContaining("it rejected the user name or the password");
        }
    }

    /** Their accounts are locked like those of devices. */
    @Test
    void aRejectedLoginIsNotRepeated() throws Exception {
        try (FakeServer http = new FakeServer(socket -> {
                    socket.getOutputStream()
                            .write("HTTP/1.1 407 Who are you?\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    socket.close();
                });
                FakeServer socks = new FakeServer(socket -> {
                    socket.getInputStream().readNBytes(4);
                    socket.getOutputStream().write(new byte[] {5, 2, 1, 1});
                })) {
            Secret wrong = Secret.of("wrong");
            for (Proxy proxy : List.of(
                    new Proxy.HttpConnect("127.0.0.1", http.port(), "me", wrong),
                    new Proxy.Socks5("127.0.0.1", socks.port(), "me", wrong))) {
                assertThat(Try.failure(
                                Try.key(SERVER).proxy(proxy).connectAttempts(3).retryDelay(Duration.ofMillis(1)),
                                ErrorKind.UNREACHABLE))
                        .hasMessageContaining("it rejected the user name or the password");
            }
            assertThat(http.connections()).isEqualTo(1);
            assertThat(socks.connections()).isEqualTo(1);
        }
    }

    @Test
    void noProxyAtAll() {
        assertThat(Try.failure(Try.key(SERVER).proxy(socks(SERVER.port())), ErrorKind.UNREACHABLE))
                .hasMessageContaining("it is not a SOCKS 5 proxy");
        assertThat(Try.failure(
                        Try.key(SERVER).proxy(new Proxy.HttpConnect("127.0.0.1", SERVER.port(), null, null)),
                        ErrorKind.UNREACHABLE))
                .hasMessageContaining("it is not an HTTP proxy; it says \"SSH-2.0-OpenSSH");
    }

    @Test
    void aSilentProxyCostsTheConnectLimit() throws Exception {
        try (FakeServer proxy = new FakeServer(socket -> {})) {
            assertThat(Try.failure(
                            Try.key(SERVER)
                                    .proxy(socks(proxy.port()))
                                    .limits(Limits.DEFAULT.withConnect(Duration.ofMillis(300))),
                            ErrorKind.CONNECT_TIMEOUT))
                    .hasMessage("The proxy 127.0.0.1:" + proxy.port() + " did not connect to 127.0.0.1:" + SERVER.port()
                            + " within 300 ms, and did not say why.");
        }
    }
}
