package io.jenkins.plugins.networkshell.engine;

import java.io.Serializable;
import java.util.Objects;

/**
 * A password, passphrase or key text. Prints as {@code ****}; only {@link #reveal()} returns the text, so that a search
 * for it finds all code that handles the plain form. Immutable.
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

    /** The plain text, for sending it to the device or masking it in a log. */
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
