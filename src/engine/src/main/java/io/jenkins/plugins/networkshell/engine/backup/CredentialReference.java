package io.jenkins.plugins.networkshell.engine.backup;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/**
 * Names a credential for logging in. Holds no secret.
 *
 * @param username empty if the stored credential includes it
 * @param login proves who we are
 * @param enable for the privileged mode
 */
public record CredentialReference(String username, SecretReference login, SecretReference enable)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** @param enable null for none */
    public CredentialReference {
        Objects.requireNonNull(username);
        Objects.requireNonNull(login);
    }

    public Optional<SecretReference> enableSecret() {
        return Optional.ofNullable(enable);
    }

    public CredentialReference withUsername(String name) {
        return new CredentialReference(name, login, enable);
    }

    /** Without secrets: {@code backup with $NET_PASSWORD}. */
    @Override
    public String toString() {
        return username.isEmpty() ? login.toString() : username + " with " + login;
    }
}
