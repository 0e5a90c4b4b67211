package io.jenkins.plugins.networkshell.engine.ssh.kex;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.target.Algorithms;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The methods that Debian's OpenSSH does not have, and ECDSA keys of every size, against Apache MINA. */
class KeyExchangesTest {
    private static final SshServer SERVER = SshServer.setUpDefaultServer();

    @BeforeAll
    static void start() throws Exception {
        SERVER.setKeyPairProvider(KeyPairProvider.wrap(
                KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256),
                KeyUtils.generateKeyPair("ecdsa-sha2-nistp384", 384)));
        SERVER.setKeyExchangeFactories(BuiltinDHFactories.VALUES.stream()
                .filter(BuiltinDHFactories::isSupported)
                .map(ServerBuilder.DH2KEX)
                .toList());
        SERVER.setHost("127.0.0.1");
        SERVER.setPasswordAuthenticator((user, password, session) -> true);
        SERVER.start();
    }

    @AfterAll
    static void stop() throws Exception {
        SERVER.stop(true);
    }

    @ParameterizedTest
    @CsvSource({
        "mlkem768x25519-sha256, ecdsa-sha2-nistp256",
        "sntrup761x25519-sha512, ecdsa-sha2-nistp384",
        "sntrup761x25519-sha512@openssh.com, ecdsa-sha2-nistp256",
        "curve25519-sha256, ecdsa-sha2-nistp384",
        "diffie-hellman-group15-sha512, ecdsa-sha2-nistp256",
        "diffie-hellman-group17-sha512, ecdsa-sha2-nistp384",
        "diffie-hellman-group-exchange-sha256, ecdsa-sha2-nistp256"
    })
    void logsIn(String keyExchange, String hostKey) throws Exception {
        Algorithms only =
                Algorithms.secure().withKeyExchanges(List.of(keyExchange)).withHostKeys(List.of(hostKey));
        // Secrets with a leading zero byte are one of 256: often enough to meet them.
        for (int login = 0; login < 20; login++) {
            try (SshConnection connection = Try.open(Try.port(SERVER.getPort(), "me")
                    .credentials(new Credential.Password(Secret.of("x")))
                    .algorithms(only))) {
                assertThat(connection.algorithmsInUse().keyExchange()).isEqualTo(keyExchange);
                assertThat(connection.hostKey().type()).isEqualTo(hostKey);
            }
        }
    }
}
