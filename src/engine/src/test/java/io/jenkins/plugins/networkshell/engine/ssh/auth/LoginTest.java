package io.jenkins.plugins.networkshell.engine.ssh.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.target.openssh.UserKeys;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import io.jenkins.plugins.networkshell.engine.testing.Tool;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way to log in, against OpenSSH's server. */
class LoginTest {
    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer().withUser();

    private static final Secret PHRASE = Secret.of("open sesame");

    private static Target.Builder root(Credential... credentials) {
        return Try.port(SERVER.port(), "root").credentials(credentials);
    }

    private static Path authorizedKey(String name, String type, String... more) throws Exception {
        Path key = SERVER.newKey(name, type, more);
        SERVER.authorize(Path.of(key + ".pub"));
        return key;
    }

    @Test
    void wrongPassword() {
        NetworkShellException e = Try.failure(
                Try.port(SERVER.port(), SERVER.user()).credentials(new Credential.Password(Secret.of("nonsense"))),
                ErrorKind.AUTHENTICATION_FAILED);
        assertThat(e)
                .hasMessage("Login to 127.0.0.1:" + SERVER.port() + " as " + SERVER.user()
                        + " failed: tried password: rejected; the device accepts publickey, password.");
        assertThat(e.kind()).isEqualTo(ErrorKind.AUTHENTICATION_FAILED);
        assertThat(e.hint()).isPresent();
    }

    @Test
    void noCredential() {
        assertThat(Try.failure(root(), ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining("nothing was tried")
                .satisfies(e -> assertThat(e.hint()).contains("Give a password, a key or an agent."));
    }

    @Test
    void noneIsRejectedAndTellsTheMethods() {
        assertThat(Try.failure(root(new Credential.None()), ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining("tried none: rejected; the device accepts publickey, password.");
    }

    @Test
    void eachAttemptIsInTheError() throws Exception {
        Path stranger = SERVER.newKey("stranger", "ed25519");
        assertThat(Try.failure(
                        root(
                                Credential.PrivateKey.file(stranger, null),
                                Credential.PrivateKey.file(SERVER.folder().resolve("absent"), null),
                                new Credential.Password(Secret.of("nonsense"))),
                        ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining("publickey: " + stranger + " (ssh-ed25519 SHA256:")
                .hasMessageContaining(
                        ") rejected; publickey: the key file " + SERVER.folder().resolve("absent")
                                + " does not exist; password: rejected; the device accepts");
    }

    @ParameterizedTest
    @CsvSource({
        "ed25519, RFC4716, ''",
        "ed25519, RFC4716, open sesame",
        "rsa, RFC4716, ''",
        "rsa, RFC4716, open sesame",
        "rsa, PEM, ''",
        "rsa, PEM, open sesame",
        "rsa, PKCS8, ''",
        "rsa, PKCS8, open sesame",
    })
    void keyFormats(String type, String format, String phrase) throws Exception {
        String name = type + format + phrase.length();
        Path key = format.equals("RFC4716")
                ? authorizedKey(name, type, "-N", phrase)
                : authorizedKey(name, type, "-m", format, "-N", phrase);
        Secret secret = phrase.isEmpty() ? null : PHRASE;
        Try.works(root(Credential.PrivateKey.file(key, secret)));
        Try.works(root(Credential.PrivateKey.text("from the store", Secret.of(Files.readString(key)), secret)));
    }

    @Test
    void wrongPassphrase() throws Exception {
        for (String format : List.of("RFC4716", "PEM", "PKCS8")) {
            Path key = SERVER.newKey("locked" + format, "rsa", "-m", format, "-N", PHRASE.reveal());
            assertThat(Try.failure(
                            root(Credential.PrivateKey.file(key, Secret.of("wrong"))), ErrorKind.AUTHENTICATION_FAILED))
                    .hasMessageContaining("the passphrase for the key " + key + " is wrong");
            assertThat(Try.failure(root(Credential.PrivateKey.file(key, null)), ErrorKind.AUTHENTICATION_FAILED))
                    .hasMessageContaining("the key " + key + " is encrypted and no passphrase was given");
        }
    }

    @Test
    void unreadableKeysAreNamedAndNotShown() throws Exception {
        Path damaged = SERVER.folder().resolve("damaged");
        String text = Files.readString(SERVER.newKey("whole", "ed25519"));
        Files.writeString(damaged, text.substring(0, 150) + "\n-----END OPENSSH PRIVATE KEY-----\n");
        assertThat(Try.failure(root(Credential.PrivateKey.file(damaged, null)), ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining("the key " + damaged + " could not be read: it is damaged or of an unknown type")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(text.substring(60, 80)));
        Path letter = Files.writeString(SERVER.folder().resolve("letter"), "Dear reader");
        assertThat(Try.failure(root(Credential.PrivateKey.file(letter, null)), ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining("the key " + letter + " has no format that is known here")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("Dear"));
        assertThat(Try.failure(
                        root(Credential.PrivateKey.text("the empty one", Secret.of(""), null)),
                        ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining("the key the empty one is empty; allowed: a private key");
    }

    @Test
    void puttyKeys() throws Exception {
        String puttygen = Tool.find("puttygen", "putty-tools");
        Path key = authorizedKey("forputty", "rsa");
        Path phrase = Files.writeString(SERVER.folder().resolve("phrase"), PHRASE.reveal());
        for (String version : List.of("2", "3")) {
            Path plain = SERVER.folder().resolve("plain" + version + ".ppk");
            Tool.run(
                    puttygen,
                    key.toString(),
                    "-o",
                    plain.toString(),
                    "-O",
                    "private",
                    "--ppk-param",
                    "version=" + version);
            Try.works(root(Credential.PrivateKey.file(plain, null)));
            Path locked = SERVER.folder().resolve("locked" + version + ".ppk");
            Tool.run(
                    puttygen,
                    key.toString(),
                    "-o",
                    locked.toString(),
                    "-O",
                    "private",
                    "--new-passphrase",
                    phrase.toString(),
                    "--ppk-param",
                    "version=" + version);
            Try.works(root(Credential.PrivateKey.file(locked, PHRASE)));
            assertThat(Try.failure(
                            root(Credential.PrivateKey.file(locked, Secret.of("wrong"))),
                            ErrorKind.AUTHENTICATION_FAILED))
                    .hasMessageContaining("the passphrase for the key " + locked + " is wrong");
        }
    }

    /** OpenSSL writes a curve's parameters above the key; the rest is what editors and copying do. */
    @Test
    void keysAsToolsAndPeopleLeaveThem() throws Exception {
        String pem = Files.readString(authorizedKey("tidy-pem", "rsa", "-m", "PEM", "-N", ""));
        String openssh = Files.readString(authorizedKey("tidy-ed", "ed25519", "-N", ""));
        for (String text : List.of(
                "-----BEGIN PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END PARAMETERS-----\n" + pem,
                "Bag Attributes\n    localKeyID: 01\n" + pem,
                "\ufeff" + openssh,
                openssh.replace("\n", "  \r\n"),
                "   " + openssh.replace("\n", "\n   "))) {
            Try.works(root(Credential.PrivateKey.text("pasted", Secret.of(text), null)));
            Path file = Files.writeString(SERVER.folder().resolve("pasted"), text);
            Try.works(root(Credential.PrivateKey.file(file, null)));
        }
    }

    @Test
    void keysThatOpenSshLooksFor() throws Exception {
        Path folder = Files.createDirectory(SERVER.folder().resolve("dot-ssh"));
        assertThat(UserKeys.in(folder, null)).isEmpty();
        Files.copy(SERVER.clientKey(), folder.resolve("id_rsa")); // the name says nothing about the type
        assertThat(UserKeys.in(folder, null)).hasSize(1);
        Try.works(Try.port(SERVER.port(), "root").credentials(UserKeys.in(folder, null)));
    }

    /** Servers count: five wrong ones and this one hangs up before it gets to the good key. */
    @Test
    void tooManyKeys() throws Exception {
        Path stranger = SERVER.newKey("stranger2", "ed25519");
        Credential wrong = Credential.PrivateKey.file(stranger, null);
        assertThat(Try.failure(root(wrong, wrong, wrong, wrong, wrong, wrong, wrong), ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining("then the device hung up and said \"Too many authentication failures\"");
    }
}
