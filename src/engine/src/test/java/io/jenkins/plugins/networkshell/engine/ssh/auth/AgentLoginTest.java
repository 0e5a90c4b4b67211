package io.jenkins.plugins.networkshell.engine.ssh.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import io.jenkins.plugins.networkshell.engine.testing.Tool;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keys of OpenSSH's agent. */
class AgentLoginTest {
    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer();

    @RegisterExtension
    static final OpenSshServer TWO_KEYS = new OpenSshServer().with("AuthenticationMethods publickey,publickey");

    private Process agent;
    private Path socket;

    @BeforeEach
    void startAgent() throws Exception {
        socket = SERVER.folder().resolve("agent" + System.nanoTime());
        agent = new ProcessBuilder(Tool.find("ssh-agent", "openssh-client"), "-D", "-a", socket.toString())
                .redirectErrorStream(true)
                .start();
        agent.getInputStream().read(); // it says where it listens once it does
    }

    @AfterEach
    void stopAgent() throws InterruptedException {
        agent.destroy();
        agent.waitFor();
    }

    private void add(Path key) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of("ssh-add", "-q", key.toString())).redirectErrorStream(true);
        builder.environment().put("SSH_AUTH_SOCK", socket.toString());
        Process added = builder.start();
        assertThat(new String(added.getInputStream().readAllBytes())).isEmpty();
        assertThat(added.waitFor()).isZero();
    }

    private Target.Builder target() {
        return Try.port(SERVER.port(), "root").credentials(Credential.Agent.at(socket));
    }

    @Test
    void theRightOneOfSeveralKeys() throws Exception {
        add(SERVER.newKey("stranger", "ed25519"));
        add(SERVER.clientKey());
        Try.works(target());
    }

    @Test
    void aServerThatWantsTwoKeys() throws Exception {
        Target.Builder target = Try.port(TWO_KEYS.port(), "root").credentials(Credential.Agent.at(socket));
        add(TWO_KEYS.clientKey());
        assertThat(Try.failure(target, ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining(") accepted, and not enough; the device accepts publickey.");
        add(TWO_KEYS.newKey("stranger", "ed25519"));
        Path second = TWO_KEYS.newKey("second", "rsa");
        Files.writeString(
                TWO_KEYS.folder().resolve("authorized_keys"),
                Files.readString(Path.of(second + ".pub")),
                StandardOpenOption.APPEND);
        add(second);
        Try.works(target);
    }

    /** The server refuses RSA with SHA-1, so this also shows that the agent was asked for SHA-2. */
    @Test
    void rsa() throws Exception {
        Path key = SERVER.newKey("rsa", "rsa");
        SERVER.authorize(Path.of(key + ".pub"));
        add(key);
        Try.works(target());
    }

    @Test
    void rejectedKeysAreNamed() throws Exception {
        add(SERVER.newKey("unwanted", "ed25519"));
        assertThat(Try.failure(target(), ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining("tried publickey by agent: unwanted (ssh-ed25519 SHA256:")
                .hasMessageContaining(") rejected; the device accepts publickey");
    }

    /** The server hangs up in the middle of the agent's keys; those that it has seen are named all the same. */
    @Test
    void tooManyKeys() throws Exception {
        for (int i = 1; i <= 7; i++) {
            add(SERVER.newKey("wrong-" + i, "ed25519"));
        }
        assertThat(Try.failure(target(), ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining("tried publickey by agent: wrong-1 (ssh-ed25519 SHA256:")
                .hasMessageContaining(") rejected, wrong-5 (ssh-ed25519 SHA256:")
                .hasMessageContaining("; then the device hung up and said \"Too many authentication failures\"");
    }

    @Test
    void aCommentDoesNotBreakTheLine() throws Exception {
        add(SERVER.newKey("odd", "ed25519", "-C", "two\nlines"));
        assertThat(Try.failure(target(), ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining("by agent: two lines (ssh-ed25519 SHA256:");
    }

    @Test
    void whatIsNoKeyIsLeftOut() throws Exception {
        Path odd = SERVER.folder().resolve("odd-agent");
        try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(UnixDomainSocketAddress.of(odd));
            Thread answering = new Thread(() -> listOneThatIsNoKey(listener));
            answering.start();
            assertThat(Try.failure(
                            Try.port(SERVER.port(), "root").credentials(Credential.Agent.at(odd)),
                            ErrorKind.AUTHENTICATION_FAILED))
                    .hasMessageContaining("tried publickey by agent: has no keys");
            answering.join();
        }
    }

    private static void listOneThatIsNoKey(ServerSocketChannel listener) {
        byte[] entry = {0, 0, 0, 1, 'x', 0, 0, 0, 1, 'c'};
        ByteBuffer answer = ByteBuffer.allocate(9 + entry.length)
                .putInt(5 + entry.length)
                .put((byte) 12)
                .putInt(1)
                .put(entry)
                .flip();
        try (SocketChannel client = listener.accept()) {
            client.read(ByteBuffer.allocate(100));
            client.write(answer);
            client.read(ByteBuffer.allocate(100)); // until it hangs up
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void empty() {
        assertThat(Try.failure(target(), ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining("tried publickey by agent: has no keys");
    }

    /** One that waits for somebody to confirm, for instance. */
    @Test
    void whoDidNotAnswerInTime() throws Exception {
        Path silent = SERVER.folder().resolve("silent-agent");
        Path stranger = SERVER.newKey("stranger-before", "ed25519");
        try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(UnixDomainSocketAddress.of(silent));
            assertThat(Try.failure(
                            Try.port(SERVER.port(), "root")
                                    .credentials(
                                            Credential.PrivateKey.file(stranger, null), Credential.Agent.at(silent))
                                    .limits(Limits.DEFAULT.withLogin(Duration.ofSeconds(5))),
                            ErrorKind.TIMEOUT))
                    .hasMessageContaining("did not complete within 5 s: tried publickey: " + stranger)
                    .hasMessageEndingWith(" rejected; publickey by agent: the agent did not answer.");
        }
    }

    @Test
    void absent() {
        Credential absent = Credential.Agent.at(SERVER.folder().resolve("no-agent"));
        assertThat(Try.failure(Try.port(SERVER.port(), "root").credentials(absent), ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining("there is no agent at " + SERVER.folder().resolve("no-agent"));
    }
}
