package io.jenkins.plugins.networkshell.engine.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.target.ExecRequest;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** As on many devices, which allow one session at a time. */
class OneChannelAfterAnotherTest {
    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer().with("MaxSessions 1");

    @Test
    void sftp() throws Exception {
        try (SshConnection connection = Try.open(Try.key(SERVER))) {
            for (int i = 0; i < 20; i++) {
                try (ExecChannel sftp = connection.subsystem("sftp")) {
                    assertThat(sftp.exitStatus()).isEmpty();
                }
            }
        }
    }

    @Test
    void commandsThatAreClosedBeforeTheirEnd() throws Exception {
        try (SshConnection connection = Try.open(Try.key(SERVER))) {
            for (int i = 0; i < 20; i++) {
                try (ExecChannel command = connection.exec(ExecRequest.of("cat"))) {
                    assertThat(command.exitStatus()).isEmpty();
                }
            }
        }
    }
}
