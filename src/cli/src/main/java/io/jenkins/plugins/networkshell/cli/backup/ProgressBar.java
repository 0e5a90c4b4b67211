package io.jenkins.plugins.networkshell.cli.backup;

import java.io.PrintStream;
import java.util.Collection;

/** A progress bar for a backup, one line of a terminal. For one thread at a time. */
final class ProgressBar {
    private static final int WIDTH = 79;
    private static final int CELLS = 24;
    /** Limits redraws, because a terminal that is drawn for every event is slower than a fast run. */
    private static final long PAUSE_NANOS = 50_000_000;

    private final PrintStream terminal;
    private int devices;
    private int done;
    private int failed;
    private long drawn;
    private boolean visible;

    ProgressBar(PrintStream terminal) {
        this.terminal = terminal;
    }

    void start(int number) {
        devices = number;
        drawn = System.nanoTime() - PAUSE_NANOS;
    }

    void finished(boolean ok) {
        done++;
        failed += ok ? 0 : 1;
    }

    /** @param running names of the devices in progress */
    void show(Collection<String> running) {
        long now = System.nanoTime();
        if (devices == 0 || now - drawn < PAUSE_NANOS) {
            return;
        }
        drawn = now;
        int filled = CELLS * done / devices;
        String line = "[" + "=".repeat(filled) + " ".repeat(CELLS - filled) + "] " + done + "/" + devices
                + (failed > 0 ? ", " + failed + " failed" : "") + "  " + String.join(" ", running);
        terminal.print("\r" + (line.length() > WIDTH ? line.substring(0, WIDTH) : line) + "\u001b[K");
        terminal.flush();
        visible = true;
    }

    /** Erases the bar before a line is printed. */
    void clear() {
        if (visible) {
            terminal.print("\r\u001b[K");
            terminal.flush();
            visible = false;
            drawn -= PAUSE_NANOS;
        }
    }
}
