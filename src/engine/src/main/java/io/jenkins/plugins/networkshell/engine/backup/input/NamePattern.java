package io.jenkins.plugins.networkshell.engine.backup.input;

import io.jenkins.plugins.networkshell.engine.text.Wildcard;
import java.io.Serializable;
import java.util.Locale;

/**
 * A name with {@code *} for any text and {@code ?} for any character; case is ignored.
 *
 * @param text as it was written
 */
public record NamePattern(String text) implements Serializable {
    private static final long serialVersionUID = 1L;

    public boolean matches(String name) {
        return Wildcard.matches(text.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }

    public boolean hasWildcard() {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
