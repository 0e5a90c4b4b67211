package io.jenkins.plugins.networkshell.console;

import io.jenkins.plugins.networkshell.engine.terminal.LineSink;

/**
 * Puts lines together that come in pieces, so that a secret across the border of two pieces is still seen. A line of
 * absurd length is cut, to keep memory bounded; what is not the end of a line is handed on as not ended.
 */
public final class WholeLines implements LineSink {
    private static final int LONGEST = 256 * 1024;

    private final StringBuilder begun = new StringBuilder();
    private final LineSink target;

    public WholeLines(LineSink target) {
        this.target = target;
    }

    @Override
    public void text(String text, boolean ended) {
        if (ended && begun.isEmpty()) {
            target.text(text, true);
            return;
        }
        begun.append(text);
        if (ended || begun.length() >= LONGEST) {
            flush(ended);
        }
    }

    /** Hands over a last line that the device did not end. */
    public void flush() {
        if (!begun.isEmpty()) {
            flush(false);
        }
    }

    private void flush(boolean ended) {
        String line = begun.toString();
        begun.setLength(0);
        target.text(line, ended);
    }
}
