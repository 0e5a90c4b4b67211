package io.jenkins.plugins.networkshell.console;

import java.io.Serializable;

/**
 * The display of a session in the build log.
 *
 * @param prefix put before every line, for instance {@code [10.0.0.1] }; empty for none
 * @param quiet whether to omit the output of commands
 * @param maxLines the maximum number of output lines
 * @param fullText the artifact with the full output, or null if there is none
 * @param charset the log's
 */
public record ConsoleStyle(String prefix, boolean quiet, int maxLines, String fullText, String charset)
        implements Serializable {
    private static final long serialVersionUID = 1L;
}
