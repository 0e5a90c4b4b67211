package io.jenkins.plugins.networkshell.engine.ssh.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.error.NoCommonAlgorithmException;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.target.Algorithms;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A device that has no group but one of 1024 bits. OpenSSH's server refuses to be one. */
@Isolated("the server's lower limit is one for the whole process")
class GroupExchangeTest {
    /** The second group of RFC 2409. */
    private static final String PRIME =
            "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22"
                    + "514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6"
                    + "F406B7EDEE386BFB5A899FA5AE9F24117C4B1FE649286651ECE65381FFFFFFFFFFFFFFFF";

    private final SshServer server = SshServer.setUpDefaultServer();
    private final int lowestBefore = SecurityUtils.getMinDHGroupExchangeKeySize();

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        SecurityUtils.setMinDHGroupExchangeKeySize(1024);
        Path moduli = Files.writeString(folder.resolve("moduli"), "20261122000000 2 6 100 1023 2 " + PRIME + "\n");
        CoreModuleProperties.MODULI_URL.set(server, moduli.toUri().toString());
        var generator = SecurityUtils.getKeyPairGenerator("RSA");
        generator.initialize(2048);
        server.setKeyPairProvider(KeyPairProvider.wrap(generator.generateKeyPair()));
        server.setHost("127.0.0.1");
        server.setPasswordAuthenticator((user, password, session) -> true);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop(true);
        SecurityUtils.setMinDHGroupExchangeKeySize(lowestBefore);
    }

    private Target.Builder offering(String... keyExchanges) {
        return Try.port(server.getPort(), "me")
                .credentials(new Credential.Password(Secret.of("x")))
                .algorithms(Algorithms.secure().withKeyExchanges(List.of(keyExchanges)));
    }

    @Test
    void isTooShort() {
        NoCommonAlgorithmException e =
                Try.failure(offering("diffie-hellman-group-exchange-sha256"), NoCommonAlgorithmException.class);
        assertThat(e.getMessage())
                .isEqualTo("127.0.0.1:" + server.getPort()
                        + " wants to exchange keys in a group of 1024 bits, and fewer" + " than 2048 are not safe.");
        assertThat(e.hint().orElseThrow()).startsWith("The preset 'legacy' would do");
    }

    @Test
    void isAcceptedByThoseWhoAcceptGroup1() throws Exception {
        try (SshConnection connection =
                Try.open(offering("diffie-hellman-group-exchange-sha256", "diffie-hellman-group1-sha1"))) {
            assertThat(connection.algorithmsInUse().keyExchange()).isEqualTo("diffie-hellman-group-exchange-sha256");
        }
    }
}
