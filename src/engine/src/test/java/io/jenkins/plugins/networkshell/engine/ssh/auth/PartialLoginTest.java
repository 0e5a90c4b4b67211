package io.jenkins.plugins.networkshell.engine.ssh.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A key and then a password. */
class PartialLoginTest {
    @RegisterExtension
    static final OpenSshServer SERVER =
            new OpenSshServer().with("AuthenticationMethods publickey,password").withUser();

    private static Target.Builder with(Credential... credentials) {
        return Try.port(SERVER.port(), SERVER.user()).credentials(credentials);
    }

    private final Credential key = Credential.PrivateKey.file(SERVER.clientKey(), null);
    private final Credential password = new Credential.Password(Secret.of(SERVER.password()));

    @Test
    void keyAndPassword() throws Exception {
        Try.works(with(key, password));
    }

    @Test
    void inTheOtherOrder() throws Exception {
        Try.works(with(password, key, password));
    }

    /** A password that the device did not look at is still good once it has had the key. */
    @Test
    void inTheOtherOrderGivenOnce() throws Exception {
        Try.works(with(password, key));
    }

    @Test
    void aPasswordAloneIsNotLookedAt() {
        assertThat(Try.failure(with(password), ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining("tried password: not checked, the device does not take passwords; the device"
                        + " accepts publickey.")
                .satisfies(e -> assertThat(e.hint()).contains("Give a key or an agent."));
    }

    @Test
    void keyIsNotEnough() {
        assertThat(Try.failure(with(key), ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining("accepted, and not enough; the device accepts password.");
    }

    @Test
    void wrongPasswordAfterTheKey() {
        assertThat(Try.failure(
                        with(key, new Credential.Password(Secret.of("nonsense"))), ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining("accepted, and not enough; password: rejected; the device accepts password.");
    }
}
