package io.jenkins.plugins.networkshell.engine.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.ExecRequest;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.testing.FakeServer;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.compression.BuiltinCompressions;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that send what no honest one would: the error is a sentence, and memory does not grow with what they send. */
@Timeout(60)
class HostileServerTest {
    private static final int KIB = 1024;
    /** More than any limit of ours and all buffers on the way. */
    private static final long TOO_MUCH = 64L * KIB * KIB;

    private final SshServer server = SshServer.setUpDefaultServer();
    private final AtomicLong sent = new AtomicLong();
    private Attack duringLogin = session -> {};
    private ChannelAttack onChannel = (session, channel) -> {};

    private interface Attack {
        void run(Session session) throws IOException;
    }

    private interface ChannelAttack {
        void run(Session session, ChannelSession channel) throws IOException;
    }

    @BeforeEach
    void start() throws Exception {
        var generator = SecurityUtils.getKeyPairGenerator("RSA");
        generator.initialize(2048);
        server.setKeyPairProvider(KeyPairProvider.wrap(generator.generateKeyPair()));
        server.setHost("127.0.0.1");
        server.setCompressionFactories(List.of(BuiltinCompressions.none, BuiltinCompressions.delayedZlib));
        server.setPasswordAuthenticator((user, password, session) -> {
            try {
                duringLogin.run(session);
            } catch (IOException e) {
                return false; // the client has hung up
            }
            return true;
        });
        server.setCommandFactory((channel, line) -> new Attacker());
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop(true);
    }

    /** Begins when the client says so, since it must have its channel first. */
    private final class Attacker implements Command {
        private InputStream in;
        private ExitCallback exit;

        @Override
        public void setInputStream(InputStream stream) {
            in = stream;
        }

        @Override
        public void setOutputStream(OutputStream stream) {}

        @Override
        public void setErrorStream(OutputStream stream) {}

        @Override
        public void setExitCallback(ExitCallback callback) {
            exit = callback;
        }

        @Override
        public void start(ChannelSession channel, Environment environment) {
            Thread thread = new Thread(() -> {
                try {
                    in.read();
                    onChannel.run(channel.getSession(), channel);
                    exit.onExit(0);
                } catch (IOException e) {
                    // the client has hung up
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void destroy(ChannelSession channel) {}
    }

    private Target.Builder target() {
        return Try.port(server.getPort(), "me").credentials(new Credential.Password(Secret.of("x")));
    }

    private void send(Session session, Buffer packet) throws IOException {
        sent.addAndGet(packet.available());
        session.writePacket(packet).verify(10_000);
    }

    private void flood(Session session, byte message, String text) throws IOException {
        while (session.isOpen() && sent.get() < TOO_MUCH) {
            Buffer packet = session.createBuffer(message, text.length() + 64);
            if (message == SshConstants.SSH_MSG_DEBUG) {
                packet.putBoolean(true);
            }
            packet.putString(text);
            packet.putString("");
            send(session, packet);
        }
    }

    /** What a client meets that reads to the end. */
    private NetworkShellException whileReading(Target.Builder target) throws Exception {
        try (SshConnection connection = Try.open(target);
                ExecChannel channel = connection.exec(ExecRequest.of("attack"))) {
            channel.write(new byte[] {'!'}, 0, 1);
            return catchThrowableOfType(NetworkShellException.class, () -> read(channel));
        }
    }

    private static long read(ExecChannel channel) throws NetworkShellException {
        byte[] buffer = new byte[32 * KIB];
        long total = 0;
        ExecChannel.Piece piece = channel.read(buffer, Try.SOON);
        while (piece.source() == ExecChannel.Source.OUTPUT) {
            total += piece.count();
            piece = channel.read(buffer, Try.SOON);
        }
        return total;
    }

    @Test
    void bannersWithoutEnd() {
        duringLogin = session -> flood(session, SshConstants.SSH_MSG_USERAUTH_BANNER, "welcome ".repeat(4 * KIB));

        assertThat(Try.failure(target(), ErrorKind.CONNECTION_LOST))
                .hasMessage("The connection to 127.0.0.1:" + server.getPort()
                        + " ended during login: the device sent more than 256 KiB of text before the login.");
        assertThat(sent.get()).isLessThan(TOO_MUCH);
    }

    @Test
    void aBannerThatIsShorterThanItSays() throws Exception {
        duringLogin = session -> {
            Buffer packet = session.createBuffer(SshConstants.SSH_MSG_USERAUTH_BANNER, 64);
            packet.putUInt(0xFFFFFFFFL);
            packet.putRawBytes("short".getBytes(StandardCharsets.UTF_8));
            send(session, packet);
        };
        try (SshConnection connection = Try.open(target())) {
            assertThat(connection.banner()).isEqualTo("short");
        }
    }

    @Test
    void answersToWhatWasNotAsked() {
        duringLogin = session -> {
            while (session.isOpen() && sent.get() < TOO_MUCH) {
                Buffer packet = session.createBuffer(SshConstants.SSH_MSG_USERAUTH_FAILURE, 32 * KIB);
                packet.putString("password," + "x".repeat(30 * KIB));
                packet.putBoolean(false);
                send(session, packet);
            }
        };

        NetworkShellException e = Try.failure(target(), NetworkShellException.class);

        assertThat(e.kind()).isIn(ErrorKind.CONNECTION_LOST, ErrorKind.AUTHENTICATION_FAILED);
        assertThat(sent.get()).isLessThan(TOO_MUCH);
    }

    @Test
    void ignoreMessagesInsteadOfALogin() {
        duringLogin = session -> {
            while (session.isOpen()) {
                sent.set(0);
                flood(session, SshConstants.SSH_MSG_IGNORE, "x".repeat(16 * KIB));
            }
        };
        Target.Builder impatient = target().limits(Limits.DEFAULT.withLogin(Duration.ofSeconds(2)));

        assertThat(Try.failure(impatient, ErrorKind.TIMEOUT)).hasMessageContaining(" did not complete within 2 s");
    }

    @Test
    void ignoreAndDebugMessagesBetweenOutput() throws Exception {
        onChannel = (session, channel) -> {
            for (int i = 0; i < 2_000; i++) {
                for (byte message : new byte[] {SshConstants.SSH_MSG_IGNORE, SshConstants.SSH_MSG_DEBUG}) {
                    Buffer packet = session.createBuffer(message, KIB);
                    if (message == SshConstants.SSH_MSG_DEBUG) {
                        packet.putBoolean(true);
                    }
                    packet.putString("noise");
                    packet.putString("");
                    send(session, packet);
                }
                send(session, data(session, channel, new byte[10], 10));
            }
        };
        try (SshConnection connection = Try.open(target());
                ExecChannel channel = connection.exec(ExecRequest.of("attack"))) {
            channel.write(new byte[] {'!'}, 0, 1);
            assertThat(read(channel)).isEqualTo(20_000);
        }
    }

    private static Buffer data(Session session, ChannelSession channel, byte[] bytes, long length) {
        Buffer packet = session.createBuffer(SshConstants.SSH_MSG_CHANNEL_DATA, bytes.length + 64);
        packet.putUInt(channel.getRecipient());
        packet.putUInt(length);
        packet.putRawBytes(bytes);
        return packet;
    }

    /** The client reads nothing meanwhile, so the window is not made any larger. */
    @Test
    void moreThanTheWindow() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        server.addSessionListener(new SessionListener() {
            @Override
            public void sessionClosed(Session session) {
                ended.countDown();
            }
        });
        onChannel = (session, channel) -> {
            try {
                while (session.isOpen() && sent.get() < TOO_MUCH) {
                    send(session, data(session, channel, new byte[32 * KIB], 32 * KIB));
                }
            } finally {
                ended.countDown();
            }
        };
        try (SshConnection connection = Try.open(target());
                ExecChannel channel = connection.exec(ExecRequest.of("attack"))) {
            channel.write(new byte[] {'!'}, 0, 1);
            // The client hangs up, or the server is done; its thread may still wait for its last packet to be taken.
            ended.await();
            NetworkShellException e = catchThrowableOfType(NetworkShellException.class, () -> read(channel));
            assertThat(e.kind()).isEqualTo(ErrorKind.CONNECTION_LOST);
            assertThat(e).hasMessageContaining("indow");
        }
        assertThat(sent.get()).isLessThan(TOO_MUCH);
    }

    @Test
    void dataThatIsShorterThanItSays() throws Exception {
        onChannel = (session, channel) -> send(session, data(session, channel, new byte[10], 1000));

        assertThat(whileReading(target()))
                .hasMessageContaining("ended")
                .hasMessageContaining("Bad length of channel data: 1000");
    }

    @Test
    void dataOfANegativeLength() throws Exception {
        onChannel = (session, channel) -> send(session, data(session, channel, new byte[10], 0xFFFFFFF0L));

        assertThat(whileReading(target())).hasMessageContaining("Bad length of channel data: -16");
    }

    @Test
    void dataForAChannelThatIsNone() throws Exception {
        onChannel = (session, channel) -> {
            Buffer packet = session.createBuffer(SshConstants.SSH_MSG_CHANNEL_DATA, 64);
            packet.putUInt(4711);
            packet.putString("hello");
            send(session, packet);
        };

        assertThat(whileReading(target())).hasMessageContaining("4711");
    }

    /** A few kilobytes on the wire, and as much memory as the client allows. */
    @Test
    void aPacketThatGrowsWhenInflated() throws Exception {
        onChannel = (session, channel) -> {
            Buffer packet = session.createBuffer(SshConstants.SSH_MSG_IGNORE, 128 * KIB * KIB);
            packet.putUInt(100 * KIB * KIB);
            packet.putRawBytes(new byte[100 * KIB * KIB]);
            session.writePacket(packet);
        };

        assertThat(whileReading(target().compression(true)))
                .hasMessageContaining("a packet grows to more than 256 KiB when inflated");
    }

    private static NetworkShellException instead(byte[] bytes, boolean again) throws Exception {
        try (FakeServer fake = new FakeServer(socket -> {
            OutputStream out = socket.getOutputStream();
            do {
                out.write(bytes);
            } while (again);
        })) {
            return Try.failure(
                    Try.port(fake.port(), "me").credentials(new Credential.Password(Secret.of("x"))),
                    NetworkShellException.class);
        }
    }

    @Test
    void aPacketOfTwoGigabytes() throws Exception {
        byte[] hello = "SSH-2.0-x\r\n\177\377\377\377\4\24".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(instead(Arrays.copyOf(hello, 100), false))
                .hasMessageContaining("ended during the key exchange")
                .hasMessageContaining("invalid packet length: 2147483647");
    }

    @Test
    void anIdentificationWithoutEnd() throws Exception {
        NetworkShellException e = instead("SSH-2.0-xxxxxxxxxxxxxxxxxxxxxxxx".getBytes(StandardCharsets.US_ASCII), true);

        assertThat(e.kind()).isEqualTo(ErrorKind.NOT_SSH);
    }

    @Test
    void linesBeforeTheIdentificationWithoutEnd() throws Exception {
        NetworkShellException e = instead("please wait\r\n".getBytes(StandardCharsets.US_ASCII), true);

        assertThat(e.kind()).isEqualTo(ErrorKind.NOT_SSH);
        assertThat(e).hasMessageContaining("its first line is \"please wait\"");
    }
}
