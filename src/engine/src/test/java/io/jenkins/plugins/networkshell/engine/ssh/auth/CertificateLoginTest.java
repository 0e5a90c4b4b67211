package io.jenkins.plugins.networkshell.engine.ssh.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.ssh.key.KeyNames;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.HostKey;
import io.jenkins.plugins.networkshell.engine.testing.BouncyCastle;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import io.jenkins.plugins.networkshell.engine.testing.Tool;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenSSH user certificates. */
class CertificateLoginTest {
    /** For ECDSA. */
    @RegisterExtension
    static final BouncyCastle BOUNCY_CASTLE = new BouncyCastle();

    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer().with("TrustedUserCAKeys %d/ca.pub");

    private static Path certified(String name, String type, String principal) throws Exception {
        if (!Files.exists(SERVER.folder().resolve("ca"))) {
            SERVER.newKey("ca", "ed25519");
        }
        Path key = SERVER.newKey(name, type);
        Tool.run(
                "ssh-keygen",
                "-q",
                "-s",
                SERVER.folder().resolve("ca").toString(),
                "-I",
                name,
                "-n",
                principal,
                key + ".pub");
        return key;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "rsa", "ecdsa"})
    void besideTheKey(String type) throws Exception {
        Try.works(Try.key(SERVER, certified("beside-" + type, type, "root")));
    }

    @Test
    void asText() throws Exception {
        Path key = certified("text", "ed25519", "root");
        Path moved = Files.move(Path.of(key + "-cert.pub"), Path.of(key + ".certificate"));
        Try.works(Try.port(SERVER.port(), "root")
                .credentials(Credential.PrivateKey.file(key, null).withCertificate(Files.readString(moved))));
    }

    @Test
    void forSomebodyElse() throws Exception {
        Path key = certified("other", "ed25519", "nobody");
        String fingerprint = Tool.run("ssh-keygen", "-l", "-f", key + ".pub").split(" ")[1];
        assertThat(Try.failure(Try.key(SERVER, key), ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining(key + " with certificate (ssh-ed25519-cert-v01@openssh.com " + fingerprint)
                .hasMessageContaining(") rejected, " + key + " (ssh-ed25519 " + fingerprint + ") rejected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "rsa", "ecdsa", "dsa"})
    void shownAsTheKeyItIsFor(String type) throws Exception {
        Path certificate = Path.of(certified("shown-" + type, type, "root") + "-cert.pub");
        String[] fields = Files.readString(certificate).split(" ");
        assertThat(KeyNames.key(new HostKey(fields[0], fields[1])).fingerprint())
                .isEqualTo(Tool.run("ssh-keygen", "-l", "-f", certificate.toString())
                        .split(" ")[1]);
    }

    @Test
    void forAnotherKey() throws Exception {
        Path key = certified("pair-one", "ed25519", "root");
        Path another = certified("pair-two", "ed25519", "root");
        assertThat(Try.failure(
                        Try.port(SERVER.port(), "root")
                                .credentials(Credential.PrivateKey.file(key, null)
                                        .withCertificate(Files.readString(Path.of(another + "-cert.pub")))),
                        ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining("the certificate for the key " + key + " belongs to another key");
    }

    @Test
    void noCertificateAtAll() {
        Credential credential =
                Credential.PrivateKey.file(SERVER.clientKey(), null).withCertificate("ssh-ed25519 AAAA");
        assertThat(Try.failure(
                        Try.port(SERVER.port(), "root").credentials(credential), ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining(
                        "the certificate for the key " + SERVER.clientKey() + " is not an OpenSSH user certificate");
    }
}
