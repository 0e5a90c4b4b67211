package io.jenkins.plugins.networkshell.engine.session;

import io.jenkins.plugins.networkshell.engine.error.ConfigurationIncompleteException;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Configuration;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;

/**
 * Tells whether a configuration came completely: its last line that is not blank must be the platform's end mark. Where
 * a platform has none, anything but nothing counts as complete.
 *
 * <p>Keeps the last line only. For one thread at a time.
 */
public final class Completeness implements LineSink {
    /** An end mark is short; of a longer line the beginning is enough to tell that it is none. */
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

    private void endLine() {
        if (!line.isEmpty()) {
            String stripped = line.toString().stripTrailing();
            if (!stripped.isEmpty()) {
                lastLine = stripped;
            }
            line.setLength(0);
        }
    }

    /** The last line so far that is not blank, without trailing blanks; empty if there was none. */
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
     * @param device what the message calls it
     * @param command that printed the configuration
     * @param kept whether it was to be kept in a file
     * @throws ConfigurationIncompleteException when it is not complete
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
