package io.jenkins.plugins.networkshell.engine.text;

import java.io.Serializable;

/**
 * Where something is written.
 *
 * @param source the file, or the name that the caller gave the text
 * @param line from 1; 0 for the text as a whole
 */
public record Position(String source, int line) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** {@code devices.yaml, line 7}. */
    @Override
    public String toString() {
        return line > 0 ? source + ", line " + line : source;
    }
}
