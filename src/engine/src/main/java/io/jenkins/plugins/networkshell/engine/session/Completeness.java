package io.jenkins.plugins.networkshell.engine.session;

import io.jenkins.plugins.networkshell.engine.error.ConfigurationIncompleteException;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;

/**
 * Checks whether a configuration is complete: its last non-blank line must be the platform's end mark. If a platform
 * has none, any non-empty text counts as complete.
 *
 * <p>Keeps only the last line. For one thread at a time.
 */
public final class Completeness implements LineSink {
    /** End marks are short; the beginning of a longer line is enough to see that it is not one. */
    private static final int LONGEST_KEPT = 4096;

    private final Configuration configuration;
    private final StringBuilder line = new StringBuilder();
    private String lastLine = "";

    public Completeness(Configuration configuration) {
        this.configuration = configuration;
    }

    @Override
    public void text(String text, boolean ended) {
        if (line.length() < LONGEST_KEPT) {
            line.append(text, 0, Math.min(text.length(), LONGEST_KEPT));
        }
        if (ended) {
            endLine();
        }
    }

    @Override
    public void lines(String lines) {
        // Only the last line counts that is not blank.
        String text = lines.stripTrailing();
        int last = text.lastIndexOf('\n') + 1;
        LineSink.super.lines(line.isEmpty() ? lines.substring(last) : lines);
    }

    private void endLine() {
        if (!line.isEmpty()) {
            String stripped = line.toString().stripTrailing();
            if (!stripped.isEmpty()) {
                lastLine = stripped;
            }
            line.setLength(0);
        }
    }

    /** The last non-blank line so far, without trailing blanks; empty if there was none. */
    public String lastLine() {
        String unfinished = line.toString().stripTrailing();
        return unfinished.isEmpty() ? lastLine : unfinished;
    }

    public boolean isComplete() {
        String last = lastLine();
        return configuration.end() == null
                ? !last.isEmpty()
                : configuration.end().matcher(last).find();
    }

    /**
     * @param device its name in the message
     * @param command that printed the configuration
     * @param kept whether it should be kept in a file
     * @throws ConfigurationIncompleteException if it is incomplete
     */
    public void check(String device, String command, boolean kept) throws ConfigurationIncompleteException {
        if (!isComplete()) {
            String last = lastLine();
            throw new ConfigurationIncompleteException(
                    device,
                    "The configuration of " + device + " that '" + command + "' printed is not complete: "
                            + (last.isEmpty()
                                    ? "it is empty."
                                    : "its last line is '" + shortened(last) + "', expected was "
                                            + configuration.end().pattern() + "."),
                    kept ? "The file of the capture before was left as it is." : null);
        }
    }

    private static String shortened(String text) {
        int longest = 80;
        return text.length() <= longest ? text : text.substring(0, longest) + "...";
    }
}
