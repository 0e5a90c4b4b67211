package io.jenkins.plugins.networkshell.engine.ssh.event;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.HostKey;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.util.Optional;

/**
 * Receives events while a connection is opened. Called on threads of the connection; must return quickly and must not
 * throw.
 */
public interface ConnectionListener {
    /** Ignores all events. */
    ConnectionListener NONE = message -> {};

    /** A warning for the user while the work continues, one sentence. */
    void warning(String message);

    /** An attempt failed, and another one follows. */
    default void retrying(String message) {}

    /** The host key of a jump host or of the device was accepted, and credentials are sent next. */
    default void loggingIn(Target host) {}

    /** The device's banner before login (RFC 4252 section 5.4); there may be several. */
    default void banner(String text) {}

    /**
     * A host asks a question at login (by {@code keyboard-interactive}) that no credential answers. This method may
     * wait for user input; the login limit keeps running.
     *
     * @param prompt of the host, including its instructions
     * @return empty if unknown
     */
    default Optional<Secret> answer(Target host, String prompt) {
        return Optional.empty();
    }

    /**
     * Whether a user can be asked. If so, missing secrets are requested once the other credentials were not sufficient:
     * the passphrase of an encrypted key; after a key, the password or the answers that the host still requires.
     */
    default boolean canAnswer() {
        return false;
    }

    /**
     * A key of the target is encrypted, and its passphrase was not given. Called only if {@link #canAnswer}.
     *
     * @param key its name in messages
     * @param attempt 0 at first, higher if the previous passphrase was wrong
     * @return empty if unknown
     */
    default Optional<Secret> passphrase(String key, int attempt) {
        return Optional.empty();
    }

    /** A host key was refused, because it is unknown or differs from the known one. This ends the connection. */
    default void hostKeyRefused(String host, int port, HostKey key) {}
}
