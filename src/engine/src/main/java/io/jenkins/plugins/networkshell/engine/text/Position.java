package io.jenkins.plugins.networkshell.engine.text;

import java.io.Serializable;

/**
 * A position in a text.
 *
 * @param source the file, or the caller's name for the text
 * @param line from 1; 0 for the whole text
 */
public record Position(String source, int line) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** {@code devices.yaml, line 7}. */
    @Override
    public String toString() {
        return line > 0 ? source + ", line " + line : source;
    }
}
