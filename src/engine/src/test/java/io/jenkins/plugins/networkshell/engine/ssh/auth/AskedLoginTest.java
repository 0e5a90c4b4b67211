package io.jenkins.plugins.networkshell.engine.ssh.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.ssh.PrivateKeyCheck;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is missing is asked for, and nothing else is. */
class AskedLoginTest {
    @RegisterExtension
    static final OpenSshServer ANY = new OpenSshServer().withUser();

    @RegisterExtension
    static final OpenSshServer PASSWORD =
            new OpenSshServer().with("AuthenticationMethods publickey,password").withUser();

    @RegisterExtension
    static final OpenSshServer PROMPTS = new OpenSshServer()
            .with("UsePAM yes")
            .with("KbdInteractiveAuthentication yes")
            .with("AuthenticationMethods publickey,keyboard-interactive")
            .withUser();

    private final List<String> questions = new ArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();

    private final ConnectionListener somebody = new ConnectionListener() {
        @Override
        public void warning(String message) {}

        @Override
        public boolean canAnswer() {
            return true;
        }

        @Override
        public Optional<Secret> answer(Target host, String prompt) {
            questions.add(prompt);
            return Optional.ofNullable(answers.poll()).map(Secret::of);
        }

        @Override
        public Optional<Secret> passphrase(String key, int attempt) {
            questions.add(attempt + " " + Path.of(key).getFileName());
            return Optional.ofNullable(answers.poll()).map(Secret::of);
        }
    };

    private void login(OpenSshServer server, Credential... credentials) throws NetworkShellException {
        Target target =
                Try.port(server.port(), server.user()).credentials(credentials).build();
        SshConnection.open(target, somebody, new Cancellation()).close();
    }

    private static Credential key(OpenSshServer server) {
        return Credential.PrivateKey.file(server.clientKey(), null);
    }

    private static Credential locked(String name) throws Exception {
        Path key = ANY.newKey(name, "ed25519", "-N", "open sesame");
        ANY.authorize(Path.of(key + ".pub"));
        return Credential.PrivateKey.file(key, null);
    }

    @Test
    void thePasswordAfterAKey() throws Exception {
        answers.add(PASSWORD.password());
        login(PASSWORD, key(PASSWORD));
        assertThat(questions).containsExactly("Password: ");
    }

    @Test
    void whatTheDeviceAsksAfterAKey() throws Exception {
        answers.add(PROMPTS.password());
        login(PROMPTS, key(PROMPTS));
        assertThat(questions).containsExactly("Password: ");
    }

    @Test
    void onceOnly() {
        answers.addAll(List.of("nonsense", "more of it"));
        assertThat(Assertions.catchThrowable(() -> login(PASSWORD, key(PASSWORD))))
                .matches(e -> ((NetworkShellException) e).kind() == ErrorKind.AUTHENTICATION_FAILED)
                .hasMessageContaining("accepted, and not enough; password: rejected; the device accepts password.");
        assertThat(questions).hasSize(1);
    }

    @Test
    void nothingWithoutAFirstSuccess() throws Exception {
        Path stranger = PASSWORD.newKey("stranger", "ed25519");
        assertThat(Assertions.catchThrowable(() -> login(PASSWORD, Credential.PrivateKey.file(stranger, null))))
                .matches(e -> ((NetworkShellException) e).kind() == ErrorKind.AUTHENTICATION_FAILED);
        assertThat(questions).isEmpty();
    }

    @Test
    void aPasswordThatWasGivenIsNotAskedFor() {
        assertThat(Assertions.catchThrowable(
                        () -> login(PASSWORD, key(PASSWORD), new Credential.Password(Secret.of("nonsense")))))
                .matches(e -> ((NetworkShellException) e).kind() == ErrorKind.AUTHENTICATION_FAILED);
        assertThat(questions).isEmpty();
    }

    @Test
    void aPassphraseUntilItIsRight() throws Exception {
        answers.addAll(List.of("wrong", "open sesame"));
        login(ANY, locked("twice"));
        assertThat(questions).containsExactly("0 twice", "1 twice");
    }

    @Test
    void aPassphraseThreeTimes() {
        answers.addAll(List.of("wrong", "wrong", "wrong", "open sesame"));
        assertThat(Assertions.catchThrowable(() -> login(ANY, locked("thrice"))))
                .matches(e -> ((NetworkShellException) e).kind() == ErrorKind.AUTHENTICATION_FAILED)
                .hasMessageContaining("the passphrase for the key")
                .hasMessageContaining("is wrong");
        assertThat(questions).hasSize(3);
    }

    @Test
    void noPassphraseWhereSomethingElseWillDo() throws Exception {
        login(ANY, locked("needless"), new Credential.Password(Secret.of(ANY.password())));
        assertThat(questions).isEmpty();
    }

    @Test
    void nothingTyped() throws Exception {
        assertThat(Assertions.catchThrowable(() -> login(ANY, locked("silence"))))
                .hasMessageContaining("silence is encrypted and no passphrase was given");
        assertThat(questions).hasSize(1);
    }

    @Test
    void flawsShowBeforeConnecting() throws Exception {
        Path folder = Files.createDirectory(ANY.folder().resolve("a-folder"));
        assertThat(flaw(folder))
                .isEqualTo("the key file " + folder + " is a folder; allowed: a file with a private key");
        Path empty = Files.createFile(ANY.folder().resolve("empty"));
        assertThat(flaw(empty))
                .isEqualTo("the key " + empty
                        + " is empty; allowed: a private key in OpenSSH, PEM, PKCS#8 or PuTTY format");
        for (String type : List.of("ed25519", "ecdsa", "rsa", "dsa")) {
            Path key = ANY.newKey("flawless-" + type, type);
            assertThat(flaw(Path.of(key + ".pub"))).contains(" is a public one; allowed: the private key,");
        }
        assertThat(PrivateKeyCheck.flaw((Credential.PrivateKey) locked("locked")))
                .isEmpty();
        assertThat(PrivateKeyCheck.flaw((Credential.PrivateKey) key(ANY))).isEmpty();
    }

    @Test
    void typesThatNoFileCanHold() throws Exception {
        Path dsa = ANY.newKey("of-old", "dsa");
        assertThat(flaw(dsa))
                .isEqualTo("the key " + dsa + " has the type ssh-dss; allowed: ssh-ed25519, ecdsa-sha2-nistp256,"
                        + " ecdsa-sha2-nistp384, ecdsa-sha2-nistp521, ssh-rsa");
        Path token = Files.writeString(ANY.folder().resolve("id_ed25519_sk"), securityToken());
        assertThat(flaw(token))
                .isEqualTo("the key " + token + " is one of a security token (sk-ssh-ed25519@openssh.com), which only"
                        + " an agent can use; allowed: ssh-add, and the agent");
    }

    /** As {@code ssh-keygen -t ed25519-sk} writes it; to make one takes the token. */
    private static String securityToken() {
        byte[] key = new Buffer.PlainBuffer()
                .putString("sk-ssh-ed25519@openssh.com")
                .putBytes(new byte[32])
                .putString("ssh:")
                .getCompactData();
        byte[] file = new Buffer.PlainBuffer()
                .putRawBytes("openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII))
                .putString("none")
                .putString("none")
                .putString("")
                .putUInt32(1)
                .putBytes(key)
                .putBytes(new byte[64])
                .getCompactData();
        return "-----BEGIN OPENSSH PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(file)
                + "\n-----END OPENSSH PRIVATE KEY-----\n";
    }

    private static String flaw(Path file) {
        return PrivateKeyCheck.flaw(Credential.PrivateKey.file(file, null)).orElse(null);
    }
}
