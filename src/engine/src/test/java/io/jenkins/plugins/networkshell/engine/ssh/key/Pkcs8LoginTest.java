package io.jenkins.plugins.networkshell.engine.ssh.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.HostKey;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import io.jenkins.plugins.networkshell.engine.testing.Tool;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys as openssl makes them. */
class Pkcs8LoginTest {
    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer();

    private static final String PHRASE = "open sesame";

    private static Path newKey(String name, String algorithm, String... options) throws Exception {
        Path key = SERVER.folder().resolve(name);
        List<String> command = new ArrayList<>(
                List.of(Tool.find("openssl", "openssl"), "genpkey", "-algorithm", algorithm, "-out", key.toString()));
        command.addAll(List.of(options));
        Tool.run("", command);
        return key;
    }

    private static Path encrypted(Path key, String phrase, String... options) throws Exception {
        Path locked = Path.of(key + "-locked");
        List<String> command = new ArrayList<>(List.of(
                "openssl", "pkcs8", "-topk8", "-in", key.toString(), "-out", locked.toString(), "-passout", "stdin"));
        command.addAll(List.of(options));
        Tool.run(phrase + "\n", command);
        return locked;
    }

    /** The line of a public key that OpenSSL gives, which ssh-keygen turns into OpenSSH's. */
    private static void authorize(Path key) throws Exception {
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Path line = Path.of(key + ".line");
        Files.writeString(line, Tool.run("ssh-keygen", "-y", "-f", key.toString()));
        SERVER.authorize(line);
    }

    /** ssh-keygen of OpenSSH 9.2 does not read these, so the public key is put together from its last 32 bytes. */
    private static void authorizeEd25519(Path key) throws Exception {
        Path der = Path.of(key + ".der");
        Tool.run("openssl", "pkey", "-in", key.toString(), "-pubout", "-outform", "DER", "-out", der.toString());
        byte[] bytes = Files.readAllBytes(der);
        byte[] blob = new net.schmizz.sshj.common.Buffer.PlainBuffer()
                .putString("ssh-ed25519")
                .putBytes(java.util.Arrays.copyOfRange(bytes, bytes.length - 32, bytes.length))
                .getCompactData();
        SERVER.authorize(Files.writeString(
                Path.of(key + ".line"), "ssh-ed25519 " + HostKey.of(blob).base64() + "\n"));
    }

    private static Target.Builder with(Path key, String phrase) {
        return Try.port(SERVER.port(), "root")
                .credentials(Credential.PrivateKey.file(key, phrase == null ? null : Secret.of(phrase)));
    }

    @Test
    void ed25519() throws Exception {
        Path key = newKey("ed25519", "ed25519");
        authorizeEd25519(key);
        Try.works(with(key, null));
        Path locked = encrypted(key, PHRASE);
        Try.works(with(locked, PHRASE));
        assertThat(Try.failure(with(locked, "wrong"), ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining("the passphrase for the key " + locked + " is wrong");
        assertThat(Try.failure(with(locked, null), ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining("the key " + locked + " is encrypted and no passphrase was given");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-v1 PBE-SHA1-3DES",
                "-v1 PBE-MD5-DES -provider legacy -provider default",
                "-scrypt",
                "-v2 aes-128-cbc",
                "-v2 aes-192-cbc",
                "-v2 des3",
                "-v2 aes-256-cbc -v2prf hmacWithSHA1"
            })
    void encryptions(String options) throws Exception {
        Path key = newKey("rsa" + options.replace(' ', '_'), "rsa");
        authorize(key);
        Path locked = encrypted(key, PHRASE, options.split(" "));
        Try.works(with(locked, PHRASE));
        assertThat(Try.failure(with(locked, "wrong"), ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining("the passphrase for the key " + locked + " is wrong");
    }

    @Test
    void aPassphraseInAnyLanguage() throws Exception {
        Path key = newKey("umlauts", "rsa");
        authorize(key);
        Try.works(with(encrypted(key, "Öffne dich"), "Öffne dich"));
    }

    /** Nobody knows a cipher by the name of an RSA key. */
    @Test
    void anEncryptionThatNobodyKnows() throws Exception {
        Path key = Files.writeString(SERVER.folder().resolve("odd"), """
                -----BEGIN ENCRYPTED PRIVATE KEY-----
                MBcwDQYJKoZIhvcNAQEBBQAEBgECAwQFBg==
                -----END ENCRYPTED PRIVATE KEY-----
                """);
        assertThat(Try.failure(with(key, PHRASE), ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining("the key " + key + " is encrypted in a way that is not known here; convert it")
                .hasMessageContaining("ssh-keygen -p");
    }
}
