package io.jenkins.plugins.networkshell.engine.ssh.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.error.NoCommonAlgorithmException;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.target.Algorithms;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.security.KeyPairGenerator;
import java.util.List;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.server.SshServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A device with nothing but a DSA key, which OpenSSH makes no more. */
class DssTest {
    private final SshServer server = SshServer.setUpDefaultServer();

    @BeforeEach
    @SuppressWarnings("deprecation") // it is deprecated because it is weak, and that is the point
    void start() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("DSA");
        generator.initialize(1024);
        server.setKeyPairProvider(KeyPairProvider.wrap(generator.generateKeyPair()));
        server.setSignatureFactories(List.of(BuiltinSignatures.dsa));
        server.setHost("127.0.0.1");
        server.setPasswordAuthenticator((user, password, session) -> true);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop(true);
    }

    private Target.Builder with(Algorithms algorithms) {
        return Try.port(server.getPort(), "me")
                .credentials(new Credential.Password(Secret.of("x")))
                .algorithms(algorithms);
    }

    @Test
    void legacyAcceptsIt() throws Exception {
        try (SshConnection connection = Try.open(with(Algorithms.legacy()))) {
            assertThat(connection.algorithmsInUse().hostKey()).isEqualTo("ssh-dss");
            assertThat(connection.hostKey().type()).isEqualTo("ssh-dss");
        }
    }

    @Test
    void secureDoesNot() {
        NoCommonAlgorithmException e = Try.failure(with(Algorithms.secure()), NoCommonAlgorithmException.class);
        assertThat(e.getMessage()).contains("no host key algorithm in common").endsWith("the device offers ssh-dss.");
        assertThat(e.legacyWouldDo()).isTrue();
    }
}
