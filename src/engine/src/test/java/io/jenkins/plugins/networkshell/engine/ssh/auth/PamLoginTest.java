package io.jenkins.plugins.networkshell.engine.ssh.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** OpenSSH's own keyboard-interactive: the prompts are PAM's. */
class PamLoginTest {
    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer()
            .with("UsePAM yes")
            .with("KbdInteractiveAuthentication yes")
            .with("PasswordAuthentication no")
            .withUser();

    @RegisterExtension
    static final OpenSshServer BOTH = new OpenSshServer()
            .with("UsePAM yes")
            .with("KbdInteractiveAuthentication yes")
            .with("AuthenticationMethods publickey,keyboard-interactive")
            .withUser();

    private static Target.Builder with(Credential... credentials) {
        return Try.port(SERVER.port(), SERVER.user()).credentials(credentials);
    }

    @Test
    void thePasswordAnswersThePrompt() throws Exception {
        Try.works(with(new Credential.Password(Secret.of(SERVER.password()))));
    }

    @Test
    void anAnswerFitsThePrompt() throws Exception {
        Try.works(with(new Credential.KeyboardInteractive(
                List.of(new Credential.PromptAnswer("^password:", Secret.of(SERVER.password()))))));
    }

    @Test
    void aKeyAndThenAnAnswer() throws Exception {
        Credential key = Credential.PrivateKey.file(BOTH.clientKey(), null);
        Credential answer = new Credential.KeyboardInteractive(
                List.of(new Credential.PromptAnswer("password", Secret.of(BOTH.password()))));
        Try.works(Try.port(BOTH.port(), BOTH.user()).credentials(key, answer));
        assertThat(Try.failure(Try.port(BOTH.port(), BOTH.user()).credentials(key), ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining("accepted, and not enough; the device accepts keyboard-interactive.");
    }

    /** PAM lets a client try again and again in one exchange; a wrong password is sent once all the same. */
    @Test
    void aWrongPassword() {
        NetworkShellException e =
                Try.failure(with(new Credential.Password(Secret.of("wr0ng"))), ErrorKind.AUTHENTICATION_FAILED);
        assertThat(e.getMessage())
                .contains("; keyboard-interactive: rejected")
                .contains("; the device accepts publickey, keyboard-interactive")
                .doesNotContain("wr0ng");
        assertThat(SERVER.log().stream().filter(line -> line.contains("PAM: Authentication failure")))
                .hasSizeLessThanOrEqualTo(1);
    }
}
