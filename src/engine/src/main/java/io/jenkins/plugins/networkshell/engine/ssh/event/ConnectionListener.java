package io.jenkins.plugins.networkshell.engine.ssh.event;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.HostKey;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.util.Optional;

/**
 * Hears what is worth telling while a connection is opened. Called on threads of the connection; must return quickly and
 * must not throw.
 */
public interface ConnectionListener {
    /** Hears nothing. */
    ConnectionListener NONE = message -> {};

    /** Something the user should know although the work continues, one sentence. */
    void warning(String message);

    /** An attempt failed and another one follows. */
    default void retrying(String message) {}

    /** The host's key was accepted, and the host is shown credentials next: a jump host, or the device itself. */
    default void loggingIn(Target host) {}

    /** The message that the device shows before login (RFC 4252 section 5.4); may come more than once. */
    default void banner(String text) {}

    /**
     * A host asks at login (by {@code keyboard-interactive}) what none of its credentials answers. This one may take its
     * time, for somebody may have to type; the login limit goes on.
     *
     * @param prompt as the host words it, with what it says before it
     * @return empty if unknown
     */
    default Optional<Secret> answer(Target host, String prompt) {
        return Optional.empty();
    }

    /**
     * Whether a user can be asked. Then what is missing is asked for once the credentials that need no
     * answer have not been enough: the passphrase of an encrypted key; after a key, the password or the answers that the
     * host still wants.
     */
    default boolean canAnswer() {
        return false;
    }

    /**
     * A key of the target is encrypted, and its passphrase was not given. Asked only where {@link #canAnswer}.
     *
     * @param key as messages call it
     * @param attempt 0, and more where the passphrase before was wrong
     * @return empty if unknown
     */
    default Optional<Secret> passphrase(String key, int attempt) {
        return Optional.empty();
    }

    /** A host key was refused since another one is known for the host, or none is. The connection ends with that. */
    default void hostKeyRefused(String host, int port, HostKey key) {}
}
