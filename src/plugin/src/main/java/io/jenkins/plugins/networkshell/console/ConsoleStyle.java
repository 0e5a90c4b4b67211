package io.jenkins.plugins.networkshell.console;

import java.io.Serializable;

/**
 * How a session shows itself in the build log.
 *
 * @param prefix put before every line, for instance {@code [10.0.0.1] }; empty for none
 * @param quiet whether the output of commands is left out
 * @param maxLines how many lines of output are shown
 * @param fullText the artifact that holds what was left out, or null if there is none
 * @param charset the log's
 */
public record ConsoleStyle(String prefix, boolean quiet, int maxLines, String fullText, String charset)
        implements Serializable {
    private static final long serialVersionUID = 1L;
}
