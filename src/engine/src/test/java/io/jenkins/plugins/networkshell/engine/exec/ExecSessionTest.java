package io.jenkins.plugins.networkshell.engine.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import io.jenkins.plugins.networkshell.engine.error.ConnectionLostException;
import io.jenkins.plugins.networkshell.engine.error.ExecFailedException;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.testing.Connections;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExecSessionTest {
    @RegisterExtension
    static final OpenSshServer SERVER =
            new OpenSshServer().with("AcceptEnv NSH_*").withUser();

    /** For commands that print as much as they can. */
    private static final ExecSink FORGETTING =
            ExecSink.to(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final Cancellation cancellation = new Cancellation();
    private SshConnection connection;

    @BeforeEach
    void connect() throws Exception {
        connection = Connections.asRoot(SERVER, Limits.DEFAULT, cancellation);
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    private ExecResult run(RemoteCommand command) throws IOException {
        return new ExecSession(connection).run(command, ExecSink.to(output, errors));
    }

    private String output() {
        return output.toString(StandardCharsets.UTF_8);
    }

    @Test
    void streamsAndStatus() throws Exception {
        ExecResult result = run(RemoteCommand.of("echo out; echo err >&2; exit 7"));
        assertThat(output()).isEqualTo("out\n");
        assertThat(errors).hasToString("err\n");
        assertThat(result.exitStatus()).hasValue(7);
        assertThat(result.shellStatus()).isEqualTo(7);
        assertThat(result.outputBytes()).isEqualTo(4);
        assertThat(result.failed()).isTrue();
        ExecFailedException e = catchThrowableOfType(ExecFailedException.class, result::orThrow);
        assertThat(e)
                .hasMessage("'echo out; echo err >&2; exit 7' ended with status 7 on 127.0.0.1;"
                        + " its last line: \"err\"");
        assertThat(e.kind()).isEqualTo(ErrorKind.COMMAND_FAILED);
        assertThat(run(RemoteCommand.of("true")).orThrow().failed()).isFalse();
    }

    @Test
    void interruptingOneCommandLeavesTheConnectionToTheOthers() throws Exception {
        ExecSink interrupting = new ExecSink() {
            @Override
            public void output(byte[] bytes, int offset, int length) {
                Thread.currentThread().interrupt();
            }

            @Override
            public void errors(byte[] bytes, int offset, int length) {}
        };
        try {
            assertThatIOException()
                    .isThrownBy(() ->
                            new ExecSession(connection).run(RemoteCommand.of("echo go; exec sleep 600"), interrupting))
                    .isInstanceOf(CancelledException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        run(RemoteCommand.of("echo still here")).orThrow();
        assertThat(output()).isEqualTo("still here\n");
    }

    @Test
    void signal() throws Exception {
        ExecResult result = run(RemoteCommand.of("kill -KILL $$"));
        assertThat(result.exitSignal()).hasValue("KILL");
        assertThat(result.exitStatus()).isEmpty();
        assertThat(result.shellStatus()).isEqualTo(137);
        assertThatIOException().isThrownBy(result::orThrow).withMessageContaining("was ended by the signal KILL");
    }

    @Test
    void inputEnvironmentAndTerminal() throws Exception {
        run(RemoteCommand.of("wc -c").withInput(new ByteArrayInputStream(new byte[3_000_000])));
        assertThat(output().strip()).isEqualTo("3000000");
        output.reset();
        run(RemoteCommand.of("cat")); // no input: it ends at once
        assertThat(output()).isEmpty();
        run(RemoteCommand.of("echo $NSH_A; tty -s && echo terminal")
                .withEnvironment(Map.of("NSH_A", "value"))
                .withPty(Pty.DEFAULT));
        assertThat(output()).isEqualTo("value\r\nterminal\r\n");
    }

    @Test
    void inputThatCannotBeRead() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is broken");
            }
        };
        assertThatIOException()
                .isThrownBy(() -> run(RemoteCommand.of("cat").withInput(broken)))
                .withMessage("the disk is broken");
    }

    @Test
    void aCommandThatEndsBeforeItsInput() throws Exception {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        assertThat(run(RemoteCommand.of("head -c 5").withInput(endless)).outputBytes())
                .isEqualTo(5);
    }

    @Test
    void linesInAnyCharset() throws Exception {
        List<String> lines = new ArrayList<>();
        ExecSink sink = ExecSink.lines(
                StandardCharsets.ISO_8859_1,
                (text, ended) -> lines.add("o:" + text + ended),
                (text, ended) -> lines.add("e:" + text + ended));
        new ExecSession(connection).run(RemoteCommand.of("printf 'a\\r\\n\\n\\344'; sleep 0.2; echo x >&2"), sink);
        assertThat(lines).containsExactlyInAnyOrder("o:atrue", "o:true", "o:\u00e4false", "e:xtrue");
    }

    @Test
    void hugeOutputAndNoEcho() throws Exception {
        long[] seen = {0};
        ExecSink counting =
                ExecSink.lines(StandardCharsets.UTF_8, (text, ended) -> seen[0] += text.length(), (text, ended) -> {});
        ExecResult result =
                new ExecSession(connection).run(RemoteCommand.of("head -c 50000000 /dev/zero | tr '\\0' x"), counting);
        assertThat(result.outputBytes()).isEqualTo(50_000_000);
        assertThat(seen[0]).isEqualTo(50_000_000);
    }

    /** OpenSSH tells no command of root's to end, so the wait for the end of each before the next is made short. */
    @Test
    void limits() throws Exception {
        AtomicLong ahead = new AtomicLong();
        ExecSink nearlyOverAtFirstByte = ExecSink.to(
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        ahead.set(Duration.ofMillis(59_900).toNanos());
                    }
                },
                errors);
        try (SshConnection own =
                Connections.asRoot(SERVER, Limits.DEFAULT.withClose(Duration.ofMillis(200)), new Cancellation())) {
            assertThatIOException()
                    .isThrownBy(() -> new ExecSession(own, () -> System.nanoTime() + ahead.get())
                            .run(
                                    RemoteCommand.of("echo begun; sleep 60").withTimeout(Duration.ofMinutes(1)),
                                    nearlyOverAtFirstByte))
                    .matches(e -> ((NetworkShellException) e).kind() == ErrorKind.TIMEOUT)
                    .withMessage("'echo begun; sleep 60' on 127.0.0.1:" + SERVER.port()
                            + " did not end within 1 min; the last line: \"begun\".");
            assertThatIOException()
                    .isThrownBy(() -> new ExecSession(own)
                            .run(RemoteCommand.of("sleep 60").withSilence(Duration.ofMillis(300)), FORGETTING))
                    .withMessageContaining("printed nothing for 300 ms; it printed nothing at all.");
            assertThatIOException() // one that never falls silent
                    .isThrownBy(() -> new ExecSession(own)
                            .run(RemoteCommand.of("yes").withTimeout(Duration.ofMillis(500)), FORGETTING))
                    .matches(e -> ((NetworkShellException) e).kind() == ErrorKind.TIMEOUT);
        }
    }

    @Test
    void theSessionsLimit() throws Exception {
        try (SshConnection own =
                Connections.asRoot(SERVER, Limits.DEFAULT.withSession(Duration.ofSeconds(1)), new Cancellation())) {
            for (Duration timeout : new Duration[] {null, Duration.ofMinutes(1)}) {
                assertThatIOException() // never silent
                        .isThrownBy(() ->
                                new ExecSession(own).run(RemoteCommand.of("yes").withTimeout(timeout), FORGETTING))
                        .matches(e -> ((NetworkShellException) e).kind() == ErrorKind.TIMEOUT)
                        .withMessageContaining(" did not end within 1 s, the limit for all of the session; ");
            }
            new ExecSession(own)
                    .run(RemoteCommand.of("true"), ExecSink.to(output, errors))
                    .orThrow();
        }
    }

    @Test
    void cancelling() {
        ExecSink cancelsAtFirstByte = ExecSink.to(
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        cancellation.cancel();
                    }
                },
                OutputStream.nullOutputStream());
        long start = System.nanoTime();
        assertThatIOException()
                .isThrownBy(
                        () -> new ExecSession(connection).run(RemoteCommand.of("echo x; sleep 60"), cancelsAtFirstByte))
                .isInstanceOf(CancelledException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void lostConnection() {
        ExecSink dropsAtFirstByte = ExecSink.to(
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        SERVER.dropConnections();
                    }
                },
                OutputStream.nullOutputStream());
        assertThatIOException()
                .isThrownBy(
                        () -> new ExecSession(connection).run(RemoteCommand.of("echo xy; sleep 60"), dropsAtFirstByte))
                .isInstanceOf(ConnectionLostException.class)
                .withMessageEndingWith("That was after 3 bytes of 'echo xy; sleep 60'.");
    }

    @Test
    void aSinkThatIsFull() throws Exception {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space");
            }
        };
        assertThatIOException()
                .isThrownBy(() -> new ExecSession(connection)
                        .run(RemoteCommand.of("yes"), ExecSink.to(full, OutputStream.nullOutputStream())))
                .withMessage("no space");
        run(RemoteCommand.of("echo still there"));
        assertThat(output()).isEqualTo("still there\n");
    }
}
