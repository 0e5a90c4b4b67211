package io.jenkins.plugins.networkshell.engine.ssh;

import io.jenkins.plugins.networkshell.engine.Secret;
import java.util.Optional;

/**
 * Hears what is worth telling while a connection is opened. Called on threads of the connection; must return quickly and
 * must not throw.
 */
public interface ConnectionListener {
    /** Hears nothing. */
    ConnectionListener NONE = message -> {};

    /** Something the user should know although the work goes on, one sentence. */
    void warning(String message);

    /** An attempt failed and another one follows. */
    default void retrying(String message) {}

    /** The message that the device shows before login (RFC 4252 section 5.4); may come more than once. */
    default void banner(String text) {}

    /**
     * A host asks at login (by {@code keyboard-interactive}) what none of its credentials answers. This one may take its
     * time, for somebody may have to type; the login limit goes on.
     *
     * @param prompt as the host words it, with what it says before it
     * @return empty where nobody knows
     */
    default Optional<Secret> answer(Target host, String prompt) {
        return Optional.empty();
    }

    /** A host key was refused since another one is known for the host, or none is. The connection ends with that. */
    default void hostKeyRefused(String host, int port, HostKey key) {}
}
