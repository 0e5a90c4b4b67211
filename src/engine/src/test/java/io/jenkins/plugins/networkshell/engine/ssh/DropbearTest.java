package io.jenkins.plugins.networkshell.engine.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.ExecRequest;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.testing.DropbearServer;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server of most small devices. */
class DropbearTest {
    @RegisterExtension
    static final DropbearServer SERVER = new DropbearServer();

    private static Target.Builder target(String keyType) throws Exception {
        return Try.port(SERVER.port(), "root").credentials(Credential.PrivateKey.file(SERVER.key(keyType), null));
    }

    /** It knows RSA with SHA-256 and not with SHA-512. */
    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "rsa"})
    void logsInByKey(String type) throws Exception {
        try (SshConnection connection = Try.open(target(type))) {
            assertThat(connection.serverVersion()).startsWith("SSH-2.0-dropbear");
            Try.works(connection);
        }
        Try.assertNoThreadsLeft(SERVER.port());
    }

    @Test
    void exec() throws Exception {
        try (SshConnection connection = Try.open(target("ed25519"));
                ExecChannel channel = connection.exec(ExecRequest.of("echo out; exit 3"))) {
            byte[] buffer = new byte[100];
            assertThat(channel.read(buffer, Try.SOON).count()).isEqualTo(4);
            assertThat(channel.read(buffer, Try.SOON).source()).isEqualTo(ExecChannel.Source.END);
            assertThat(channel.exitStatus()).hasValue(3);
        }
    }

    @Test
    void unknownKey() throws Exception {
        assertThat(Try.failure(target("stranger"), ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining(" rejected; the device accepts publickey");
    }
}
