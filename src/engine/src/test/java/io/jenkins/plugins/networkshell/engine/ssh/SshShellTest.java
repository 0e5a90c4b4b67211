package io.jenkins.plugins.networkshell.engine.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SshShellTest {
    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer().withUser();

    @Test
    void talksToAShell() throws Exception {
        Target target = Target.builder("127.0.0.1", SERVER.user())
                .port(SERVER.port())
                .credentials(new Credential.Password(Secret.of(SERVER.password())))
                .hostKeys(HostKeyChecking.acceptAny())
                .build();
        try (ShellChannel shell =
                SshConnection.shell(target, Pty.DEFAULT, ConnectionListener.NONE, new Cancellation())) {
            shell.write("echo $((20+22))-$(tput cols 2>/dev/null; stty size); exit\n".getBytes(StandardCharsets.UTF_8));
            StringBuilder text = new StringBuilder();
            byte[] buffer = new byte[1000];
            for (int n = shell.read(buffer, Duration.ofSeconds(10));
                    n > 0;
                    n = shell.read(buffer, Duration.ofSeconds(10))) {
                text.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
            }
            assertThat(text.toString()).contains("42-").contains("1000 511");
        }
    }
}
