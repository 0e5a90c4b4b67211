package io.jenkins.plugins.networkshell.console;

import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.util.function.UnaryOperator;

/**
 * The output of one command: masked for display, exact for a possible configuration. Keeps the masked text for the
 * result, up to a limit.
 */
public final class CommandOutput implements LineSink {
    /** Results are sent to the controller and stored in the state of a pipeline; larger output belongs in a file. */
    public static final int KEPT_CHARACTERS = 4 * 1024 * 1024;

    private final UnaryOperator<String> mask;
    private final LineSink shown;
    private final LineSink exact;
    private final WholeLines lines = new WholeLines(this::line);
    private final StringBuilder kept = new StringBuilder();
    private boolean truncated;

    /**
     * @param mask applied to whole lines
     * @param shown receives the masked lines
     * @param exact receives everything unmasked
     */
    public CommandOutput(UnaryOperator<String> mask, LineSink shown, LineSink exact) {
        this.mask = mask;
        this.shown = shown;
        this.exact = exact;
    }

    @Override
    public void text(String text, boolean ended) {
        exact.text(text, ended);
        lines.text(text, ended);
    }

    private void line(String line, boolean ended) {
        String masked = mask.apply(line);
        shown.text(masked, ended);
        if (!truncated && kept.length() + masked.length() < KEPT_CHARACTERS) {
            kept.append(masked);
            if (ended) {
                kept.append('\n');
            }
        } else {
            truncated = true;
        }
    }

    /** Shows an unfinished last line. */
    public void flush() {
        lines.flush();
    }

    public String kept() {
        return kept.toString();
    }

    public boolean isTruncated() {
        return truncated;
    }
}
