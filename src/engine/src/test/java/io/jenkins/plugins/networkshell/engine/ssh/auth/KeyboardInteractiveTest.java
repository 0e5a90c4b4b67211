package io.jenkins.plugins.networkshell.engine.ssh.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.InteractiveChallenge;
import org.apache.sshd.server.auth.keyboard.KeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.PromptEntry;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractive;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.session.ServerSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prompts of any wording; OpenSSH's server asks what PAM asks, so this one is Apache MINA's. */
class KeyboardInteractiveTest {
    private final SshServer server = SshServer.setUpDefaultServer();
    private final List<PromptEntry> prompts = new ArrayList<>();
    private final List<List<String>> answers = new ArrayList<>();
    private final List<String> passwords = new ArrayList<>();
    private List<String> expected = List.of();

    @BeforeEach
    void start() throws Exception {
        var generator = SecurityUtils.getKeyPairGenerator("RSA");
        generator.initialize(2048);
        server.setKeyPairProvider(KeyPairProvider.wrap(generator.generateKeyPair()));
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setUserAuthFactories(List.of(UserAuthKeyboardInteractiveFactory.INSTANCE));
        server.setPasswordAuthenticator((user, password, session) -> {
            passwords.add(password);
            return false;
        });
        server.setKeyboardInteractiveAuthenticator(new KeyboardInteractiveAuthenticator() {
            @Override
            public InteractiveChallenge generateChallenge(
                    ServerSession session, String username, String lang, String subMethods) {
                InteractiveChallenge challenge = new InteractiveChallenge();
                challenge.setInteractionName("");
                challenge.setInteractionInstruction("");
                challenge.setLanguageTag("");
                challenge.setPrompts(prompts);
                return challenge;
            }

            @Override
            public boolean authenticate(ServerSession session, String username, List<String> responses) {
                answers.add(List.copyOf(responses));
                return responses.equals(expected);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop(true);
    }

    private void asks(String prompt, String answer) {
        prompts.add(new PromptEntry(prompt, false));
        expected = new ArrayList<>(expected);
        expected.add(answer);
    }

    private Target.Builder with(Credential... credentials) {
        return Try.port(server.getPort(), "me").credentials(credentials);
    }

    private static Credential password(String text) {
        return new Credential.Password(Secret.of(text));
    }

    @Test
    void aPasswordAnswersAnyPrompt() throws Exception {
        asks("Enter PASSCODE for the AAA server, please\u2026", "secret");
        Try.open(with(password("secret"))).close();
        assertThat(answers).containsExactly(List.of("secret"));
    }

    @Test
    void passwordAndOneTimeCode() throws Exception {
        asks("Password: ", "secret");
        asks("One-time code: ", "123456");
        Try.open(with(
                        new Credential.KeyboardInteractive(
                                List.of(new Credential.PromptAnswer("one-time|token", Secret.of("123456")))),
                        password("secret")))
                .close();
    }

    @Test
    void noAnswerForAPrompt() {
        asks("Password: ", "secret");
        asks("Favourite colour: ", "blue");
        assertThat(Try.failure(with(password("secret")), ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining("keyboard-interactive: rejected; there was no answer to the prompt"
                        + " \"Favourite colour: \"; the device accepts keyboard-interactive.")
                .satisfies(e -> assertThat(e.hint().orElseThrow()).contains("give answers by prompt"));
    }

    /** The device asks again within one attempt, and counts each answer: devices lock accounts. */
    @Test
    void anAnswerThatWasNotRightIsSentOnce() {
        server.setUserAuthFactories(List.of(new AskingAgain(5)));
        asks("Password: ", "secret");
        Credential answer = new Credential.KeyboardInteractive(
                List.of(new Credential.PromptAnswer("password", Secret.of("wrong"))));
        assertThat(Try.failure(with(answer), ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining(
                        "tried keyboard-interactive: rejected, the device asks for \"Password: \" a" + " second time.");
        assertThat(answers).containsExactly(List.of("wrong"));
    }

    @Test
    void aPasswordThatWasNotRightIsSentOnceAndNothingElse() {
        server.setUserAuthFactories(List.of(new AskingAgain(5), UserAuthPasswordFactory.INSTANCE));
        asks("Password: ", "secret");
        Credential answer = new Credential.KeyboardInteractive(
                List.of(new Credential.PromptAnswer("password", Secret.of("wrong"))));
        Try.failure(with(answer, password("wrong")), ErrorKind.AUTHENTICATION_FAILED);
        assertThat(answers).containsExactly(List.of("wrong"));
        assertThat(passwords).isEmpty();
    }

    @Test
    void aSecondAnswerForTheSamePrompt() throws Exception {
        server.setUserAuthFactories(List.of(new AskingAgain(1)));
        asks("Code: ", "222222");
        Try.open(with(new Credential.KeyboardInteractive(List.of(
                        new Credential.PromptAnswer("code", Secret.of("111111")),
                        new Credential.PromptAnswer("code", Secret.of("222222"))))))
                .close();
        assertThat(answers).containsExactly(List.of("111111"), List.of("222222"));
    }

    /** A server that asks anew within the same attempt when an answer is wrong. */
    private static final class AskingAgain extends UserAuthKeyboardInteractiveFactory {
        private final int times;

        AskingAgain(int times) {
            this.times = times;
        }

        @Override
        public UserAuthKeyboardInteractive createUserAuth(ServerSession session) {
            return new UserAuthKeyboardInteractive() {
                private int again = times;

                @Override
                protected Boolean doAuth(Buffer buffer, boolean init) throws Exception {
                    Boolean right = super.doAuth(buffer, init);
                    if (!Boolean.FALSE.equals(right) || again-- == 0) {
                        return right;
                    }
                    Buffer fromTheStart = new ByteArrayBuffer();
                    fromTheStart.putString(""); // language
                    fromTheStart.putString(""); // methods
                    return super.doAuth(fromTheStart, true);
                }
            };
        }
    }

    /** Whoever sits there is asked for what no credential answers, and for nothing else. */
    @Test
    void whoeverListensIsAsked() throws Exception {
        asks("Password: ", "secret");
        asks("One-time code: ", "123456");
        List<String> asked = new ArrayList<>();
        ConnectionListener listener = new ConnectionListener() {
            @Override
            public void warning(String message) {}

            @Override
            public Optional<Secret> answer(Target host, String prompt) {
                asked.add(host + " " + prompt);
                return Optional.of(Secret.of("123456"));
            }
        };
        SshConnection.open(with(password("secret")).build(), listener, new Cancellation())
                .close();
        assertThat(asked).containsExactly("me@127.0.0.1:" + server.getPort() + " One-time code: ");
    }

    /** Where the answers have failed, the password among them is not tried by other methods. */
    @Test
    void aPasswordThatFailedAmongAnswersIsSentOnce() {
        server.setUserAuthFactories(
                List.of(UserAuthPasswordFactory.INSTANCE, UserAuthKeyboardInteractiveFactory.INSTANCE));
        asks("Password: ", "secret");
        asks("One-time code: ", "123456");
        Credential code =
                new Credential.KeyboardInteractive(List.of(new Credential.PromptAnswer("code", Secret.of("000000"))));
        assertThat(Try.failure(with(code, password("secret")), ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining("tried keyboard-interactive: rejected; the device accepts");
        assertThat(passwords).isEmpty();
        assertThat(answers).containsExactly(List.of("secret", "000000"));
    }

    /** Where no prompt wanted the password, the other method may still have it. */
    @Test
    void aPasswordThatWasNotAskedForIsStillTried() {
        server.setUserAuthFactories(
                List.of(UserAuthPasswordFactory.INSTANCE, UserAuthKeyboardInteractiveFactory.INSTANCE));
        asks("One-time code: ", "123456");
        Credential code =
                new Credential.KeyboardInteractive(List.of(new Credential.PromptAnswer("code", Secret.of("000000"))));
        Try.failure(with(code, password("secret")), ErrorKind.AUTHENTICATION_FAILED);
        assertThat(passwords).containsExactly("secret");
    }

    @Test
    void aPatternThatCannotBeRead() {
        assertThatThrownBy(() -> new Credential.PromptAnswer("(code", Secret.of("hush")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The expression '(code' for prompts at login can't be read (missing closing )); allowed: RE2"
                                + " syntax.");
    }

    @Test
    void noPromptsAtAll() throws Exception {
        expected = List.of();
        Try.open(with(password("secret"))).close();
    }

    /** A second try of the same password by the other method would be a second strike: devices lock accounts. */
    @Test
    void aRejectedPasswordIsSentOnce() {
        server.setUserAuthFactories(
                List.of(UserAuthPasswordFactory.INSTANCE, UserAuthKeyboardInteractiveFactory.INSTANCE));
        asks("Password: ", "secret");
        NetworkShellException e = Try.failure(with(password("wrong")), ErrorKind.AUTHENTICATION_FAILED);
        assertThat(passwords).containsExactly("wrong");
        assertThat(answers).isEmpty();
        assertThat(e.getMessage())
                .contains("tried password: rejected; the device accepts")
                .doesNotContain("wrong");
    }
}
