package io.jenkins.plugins.networkshell.console;

import io.jenkins.plugins.networkshell.engine.terminal.LineSink;

/**
 * Joins lines that arrive in pieces, so that a secret that is split between two pieces is still found. An extremely
 * long line is cut to bound memory; a part of a line is passed on as not ended.
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

    /** Passes on an unfinished last line. */
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
