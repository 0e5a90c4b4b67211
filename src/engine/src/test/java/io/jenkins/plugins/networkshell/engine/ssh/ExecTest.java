package io.jenkins.plugins.networkshell.engine.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.ConnectionLostException;
import io.jenkins.plugins.networkshell.engine.error.ShellRefusedException;
import io.jenkins.plugins.networkshell.engine.target.ExecRequest;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExecTest {
    @RegisterExtension
    static final OpenSshServer SERVER =
            new OpenSshServer().with("AcceptEnv NSH_*").withUser();

    private record Result(String output, String errors, ExecChannel channel) {}

    private static Result run(ExecChannel channel) throws NetworkShellException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        byte[] buffer = new byte[10_000];
        while (true) {
            ExecChannel.Piece piece = channel.read(buffer, Try.SOON);
            switch (piece.source()) {
                case OUTPUT -> output.write(buffer, 0, piece.count());
                case ERRORS -> errors.write(buffer, 0, piece.count());
                case NOTHING -> throw new AssertionError("silence after " + output + errors);
                case END -> {
                    return new Result(
                            output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8), channel);
                }
            }
        }
    }

    private static Result run(SshConnection connection, ExecRequest request) throws NetworkShellException {
        try (ExecChannel channel = connection.exec(request)) {
            return run(channel);
        }
    }

    @Test
    void outputErrorsAndStatus() throws Exception {
        try (SshConnection connection = Try.open(Try.key(SERVER))) {
            Result result = run(connection, ExecRequest.of("echo out; echo err >&2; exit 7"));
            assertThat(result.output()).isEqualTo("out\n");
            assertThat(result.errors()).isEqualTo("err\n");
            assertThat(result.channel().exitStatus()).hasValue(7);
            assertThat(result.channel().exitSignal()).isEmpty();
            assertThat(run(connection, ExecRequest.of("true")).channel().exitStatus())
                    .hasValue(0);
        }
    }

    @Test
    void muchOfBoth() throws Exception {
        try (SshConnection connection = Try.open(Try.key(SERVER))) {
            Result result =
                    run(connection, ExecRequest.of("head -c 5000000 /dev/zero & head -c 5000000 /dev/zero >&2; wait"));
            assertThat(result.output()).hasSize(5_000_000);
            assertThat(result.errors()).hasSize(5_000_000);
        }
    }

    @Test
    void input() throws Exception {
        try (SshConnection connection = Try.open(Try.key(SERVER));
                ExecChannel channel = connection.exec(ExecRequest.of("wc -c"))) {
            channel.write(new byte[3_000_000], 0, 2_999_999);
            channel.endInput();
            assertThat(run(channel).output().strip()).isEqualTo("2999999");
        }
    }

    @Test
    void terminalAndEnvironment() throws Exception {
        try (SshConnection connection = Try.open(Try.key(SERVER))) {
            Result result = run(
                    connection,
                    ExecRequest.of("stty size; echo $NSH_X; echo error >&2")
                            .withPty(new Pty("xterm", 120, 40))
                            .withEnvironment(Map.of("NSH_X", "value")));
            assertThat(result.output()).isEqualTo("40 120\r\nvalue\r\nerror\r\n");
        }
    }

    /** Not as root: OpenSSH passes signals on only where it has given up its privileges. */
    @Test
    void signals() throws Exception {
        try (SshConnection connection = Try.open(Try.password(SERVER));
                ExecChannel channel = connection.exec(ExecRequest.of("echo ready; exec cat"))) {
            assertThat(channel.read(new byte[10], Try.SOON).source()).isEqualTo(ExecChannel.Source.OUTPUT);
            channel.signal("TERM");
            run(channel);
            assertThat(channel.exitSignal()).hasValue("TERM");
            assertThat(channel.exitStatus()).isEmpty();
        }
    }

    @Test
    void silence() throws Exception {
        try (SshConnection connection = Try.open(Try.key(SERVER));
                ExecChannel channel = connection.exec(ExecRequest.of("cat"))) {
            assertThat(channel.read(new byte[10], Duration.ofMillis(50)).source())
                    .isEqualTo(ExecChannel.Source.NOTHING);
        }
    }

    @Test
    void subsystem() throws Exception {
        try (SshConnection connection = Try.open(Try.key(SERVER));
                ExecChannel sftp = connection.subsystem("sftp")) {
            sftp.write(new byte[] {0, 0, 0, 5, 1, 0, 0, 0, 3}, 0, 9); // SSH_FXP_INIT, version 3
            byte[] buffer = new byte[1000];
            assertThat(sftp.read(buffer, Try.SOON).source()).isEqualTo(ExecChannel.Source.OUTPUT);
            assertThat(buffer[4]).isEqualTo((byte) 2);
            ShellRefusedException e =
                    catchThrowableOfType(ShellRefusedException.class, () -> connection.subsystem("teleport"));
            assertThat(e).hasMessage("127.0.0.1:" + SERVER.port() + " refused the subsystem teleport.");
            assertThat(e.hint()).isPresent();
            Try.works(connection);
        }
    }

    @Test
    void writingAfterTheEnd() throws Exception {
        try (SshConnection connection = Try.open(Try.key(SERVER));
                ExecChannel channel = connection.exec(ExecRequest.of("true"))) {
            run(channel);
            assertThat(catchThrowableOfType(ConnectionLostException.class, () -> channel.write(new byte[1], 0, 1)))
                    .hasMessageContaining(" ended while writing to it: the channel is closed.");
        }
    }
}
