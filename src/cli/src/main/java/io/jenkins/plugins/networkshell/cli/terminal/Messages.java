package io.jenkins.plugins.networkshell.cli.terminal;

import io.jenkins.plugins.networkshell.engine.text.ControlCharacters;
import java.io.PrintStream;

/** Sentences on the standard error stream, with colour where the terminal shows it. Thread-safe. */
public final class Messages {
    private static final String RESET = "\u001b[0m";

    private final PrintStream err;
    private final boolean colour;

    public Messages(PrintStream err, boolean colour) {
        this.err = err;
        this.colour = colour;
    }

    public void error(String sentence) {
        line("\u001b[31m", "Error: " + sentence);
    }

    public void warning(String sentence) {
        line("\u001b[33m", "Warning: " + sentence);
    }

    public void heading(String text) {
        line("\u001b[1;36m", text);
    }

    public void info(String text) {
        line("\u001b[2m", text);
    }

    private void line(String style, String text) {
        String safe = safe(text);
        err.println(colour ? style + safe + RESET : safe);
        err.flush();
    }

    /** Removes control characters from device text before it reaches the terminal. */
    static String safe(String text) {
        return ControlCharacters.replaced(text, '?', c -> Character.isISOControl(c) && c != '\n' && c != '\t');
    }
}
