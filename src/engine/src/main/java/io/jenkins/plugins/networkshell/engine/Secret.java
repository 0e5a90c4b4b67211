package io.jenkins.plugins.networkshell.engine;

import java.io.Serializable;
import java.util.Objects;

/**
 * A password, passphrase or key text. Prints as {@code ****}; {@link #reveal()} is the only way to the text, so that a
 * search for it finds every place that handles the plain form.
 */
public final class Secret implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String text;

    private Secret(String text) {
        this.text = Objects.requireNonNull(text);
    }

    public static Secret of(String text) {
        return new Secret(text);
    }

    /** The plain text: to be sent to the device, or masked out of a log. */
    public String reveal() {
        return text;
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "****";
    }
}
