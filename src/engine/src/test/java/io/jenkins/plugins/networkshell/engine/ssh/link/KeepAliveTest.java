package io.jenkins.plugins.networkshell.engine.ssh.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.error.ConnectionLostException;
import io.jenkins.plugins.networkshell.engine.ssh.ShellChannel;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.testing.HoldingLink;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nothing arrives any more, and TCP does not notice: a firewall has forgotten the connection, or power is out. */
class KeepAliveTest {
    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer();

    @Test
    void aDeadPeerIsNoticed() throws Exception {
        try (HoldingLink link = new HoldingLink(SERVER.port());
                SshConnection connection = SshConnection.open(
                        Try.port(link.port(), "root")
                                .credentials(Credential.PrivateKey.file(SERVER.clientKey(), null))
                                .keepAlive(Duration.ofMillis(300))
                                .build(),
                        ConnectionListener.NONE,
                        new Cancellation());
                ShellChannel shell = connection.openShell(Pty.DEFAULT)) {
            Try.readUntil(shell, "#");
            link.hold();

            ConnectionLostException e = catchThrowableOfType(ConnectionLostException.class, () -> Try.readToEnd(shell));

            assertThat(e).hasMessageContaining("The connection to 127.0.0.1:" + link.port() + " ended");
            assertThat(e).hasMessageContaining("3 keepalives in a row were not answered, one every 300 ms");
        }
        Try.assertNoThreadsLeft(SERVER.port());
    }
}
