package io.jenkins.plugins.networkshell.engine;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that the engine reports as an error. {@link #kind()} tells the cause; subclasses are for errors that are
 * caught by type or carry data.
 *
 * <p>The message is one sentence for people and never holds a secret. All state is text, so that an exception may cross
 * Jenkins' remoting.
 */
public class NetworkShellException extends IOException {
    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;
    private final String host;
    private final String hint;

    /**
     * @param host the device the error is about, empty if none
     * @param sentence what happened, one sentence
     * @param hint what the user can do about it, or null
     * @param cause the error underneath, or null
     */
    public NetworkShellException(ErrorKind kind, String host, String sentence, String hint, Throwable cause) {
        super(Objects.requireNonNull(sentence), cause);
        this.kind = Objects.requireNonNull(kind);
        this.host = Objects.requireNonNull(host);
        this.hint = hint;
    }

    public final ErrorKind kind() {
        return kind;
    }

    /** The device as the user named it; empty for errors that concern no device. */
    public final String host() {
        return host;
    }

    /** What the user can do about it. */
    public final Optional<String> hint() {
        return Optional.ofNullable(hint);
    }

    /** The sentence and the hint, if any: what a console shows. */
    public final String describe() {
        return hint == null ? getMessage() : getMessage() + " " + hint;
    }
}
