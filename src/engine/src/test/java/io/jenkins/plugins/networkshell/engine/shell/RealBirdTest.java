package io.jenkins.plugins.networkshell.engine.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.testing.BirdDaemon;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Against BIRD's own {@code birdcl}, in place of a login shell. */
class RealBirdTest {
    @Order(1)
    @RegisterExtension
    static final BirdDaemon BIRD = new BirdDaemon();

    @Order(2)
    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer().with("ForceCommand " + BIRD.birdcl());

    @Test
    void isRecognisedAndAnswers() throws Exception {
        Target target = Target.builder("127.0.0.1", "root")
                .port(SERVER.port())
                .credentials(Credential.PrivateKey.file(SERVER.clientKey(), null))
                .hostKeys(HostKeyChecking.acceptAny())
                .build();
        try (DeviceShell shell = DeviceShell.open(
                SshConnection.shell(target, Pty.DEFAULT, ConnectionListener.NONE, new Cancellation()),
                ShellOptions.auto(PlatformCatalog.builtIn()))) {
            assertThat(shell.platform().name()).isEqualTo("bird");
            shell.run("show status");
            shell.run("show route");
            shell.run("show nonsense");
            shell.run("show route for");
            shell.run("restrict");
            shell.run("configure");
            List<CommandResult> results = shell.finish();
            assertThat(results.get(0).output()).startsWith("BIRD ").endsWith("Daemon is up and running\n");
            assertThat(shell.platform()
                            .facts()
                            .read(Map.of(
                                    "show status",
                                    results.get(0).output().lines().toList()))
                            .version())
                    .startsWith("2.");
            assertThat(results.get(1).output()).contains("198.51.100.0/24");
            assertThat(results.get(1).failed()).isFalse();
            assertThat(results.get(2).failure()).startsWith("No such command.");
            assertThat(results.get(3).failure()).startsWith("syntax error, unexpected");
            assertThat(results.get(4).failed()).isFalse();
            assertThat(results.get(5).failure()).isEqualTo("Access denied");
        }
    }
}
