package io.jenkins.plugins.networkshell.engine.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.error.ShellRefusedException;
import io.jenkins.plugins.networkshell.engine.ssh.channel.ChannelRequests;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.target.ExecRequest;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ShellRefusedTest {
    @RegisterExtension
    static final OpenSshServer NO_TERMINAL = new OpenSshServer().with("PermitTTY no");

    @RegisterExtension
    static final OpenSshServer NO_SESSION = new OpenSshServer().with("MaxSessions 0");

    @RegisterExtension
    static final OpenSshServer PLAIN = new OpenSshServer();

    private static ShellRefusedException refusal(OpenSshServer server) {
        return catchThrowableOfType(
                ShellRefusedException.class,
                () -> SshConnection.shell(
                        Try.key(server).build(), Pty.DEFAULT, ConnectionListener.NONE, new Cancellation()));
    }

    @Test
    void noTerminal() throws Exception {
        ShellRefusedException e = refusal(NO_TERMINAL);
        assertThat(e).hasMessage("127.0.0.1:" + NO_TERMINAL.port() + " refused a terminal (PTY).");
        assertThat(e.hint().orElseThrow()).contains("exec");
        assertThat(e.kind()).isEqualTo(ErrorKind.SHELL_REFUSED);
        Try.assertNoThreadsLeft(NO_TERMINAL.port());
    }

    @Test
    void noSession() throws Exception {
        ShellRefusedException e = refusal(NO_SESSION);
        assertThat(e).hasMessage("127.0.0.1:" + NO_SESSION.port() + " refused to open a channel: \"open failed\".");
        assertThat(e.hint().orElseThrow()).contains("only a few sessions");
        Try.assertNoThreadsLeft(NO_SESSION.port());
    }

    /** A request that goes out when the device has closed the channel already is answered by that. */
    @Test
    void theChannelIsClosedBeforeTheRequest() throws Exception {
        try (SshConnection connection = Try.open(Try.key(PLAIN))) {
            ShellRefusedException e = catchThrowableOfType(
                    ShellRefusedException.class,
                    () -> connection.openSession(true, opened -> {
                        new ChannelRequests(opened).command(ExecRequest.of("true"), 60_000);
                        opened.join();
                        new ChannelRequests(opened).subsystem("sftp", 60_000);
                    }));
            assertThat(e)
                    .hasMessage("127.0.0.1:" + PLAIN.port() + " refused the subsystem sftp.")
                    .hasRootCauseMessage("the device closed the channel");
            Try.works(connection); // other channels go on
        }
    }
}
