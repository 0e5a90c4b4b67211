package io.jenkins.plugins.networkshell.engine.platform;

import java.io.Serializable;

/**
 * Where something was written.
 *
 * @param source the file, or the name that the caller gave the text
 * @param line from 1
 */
record Position(String source, int line) implements Serializable {
    @Override
    public String toString() {
        return source + ", line " + line;
    }
}
