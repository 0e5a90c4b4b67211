package io.jenkins.plugins.networkshell.engine;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/**
 * An error that the engine reports. {@link #kind()} is its cause; subclasses are for errors that are caught by type or
 * carry data.
 *
 * <p>The message is one sentence for people and never contains a secret. All state is text, so that Jenkins' remoting
 * can send an exception.
 */
public class NetworkShellException extends IOException {
    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;
    private final String host;
    private final String hint;

    /**
     * @param host the device concerned, empty if none
     * @param sentence what happened, one sentence
     * @param hint a suggestion for the user, or null
     * @param cause the error underneath, or null
     */
    public NetworkShellException(ErrorKind kind, String host, String sentence, String hint, Throwable cause) {
        super(Objects.requireNonNull(sentence), cause);
        this.kind = Objects.requireNonNull(kind);
        this.host = Objects.requireNonNull(host);
        this.hint = hint;
    }

    /** The cause, for programs. */
    public final ErrorKind kind() {
        return kind;
    }

    /** The device as the user named it; empty if the error concerns none. */
    public final String host() {
        return host;
    }

    /** A suggestion for the user. */
    public final Optional<String> hint() {
        return Optional.ofNullable(hint);
    }

    /** The sentence and the hint, if any, for a console. */
    public final String describe() {
        return hint == null ? getMessage() : getMessage() + " " + hint;
    }
}
