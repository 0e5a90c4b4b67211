package io.jenkins.plugins.networkshell.engine.backup.capture;

import io.jenkins.plugins.networkshell.engine.terminal.LineSink;

/**
 * What one run of a configuration command printed. For one thread at a time.
 *
 * <p>Keeps the text in memory up to a limit, so that a device that prints endlessly does not use the other devices'
 * memory.
 */
public final class CaptureRead implements LineSink {
    private final int longest;
    private final StringBuilder text = new StringBuilder();
    private boolean tooLong;

    /** @param longest in characters */
    CaptureRead(int longest) {
        this.longest = longest;
    }

    @Override
    public void text(String part, boolean ended) {
        if (tooLong || text.length() + part.length() + 1 > longest) {
            tooLong = true;
            return;
        }
        text.append(part);
        if (ended) {
            text.append('\n');
        }
    }

    /** Whether the output exceeded the limit. The text is then cut off. */
    boolean isTooLong() {
        return tooLong;
    }

    /** All lines, each ended by {@code \n}. */
    String text() {
        int length = text.length();
        return length == 0 || text.charAt(length - 1) == '\n' ? text.toString() : text + "\n";
    }
}
