package io.jenkins.plugins.networkshell.cli.backup;

import java.io.PrintStream;
import java.util.Collection;

/** One line of a terminal that shows how far a backup is. For one thread at a time. */
final class ProgressBar {
    private static final int WIDTH = 79;
    private static final int CELLS = 24;
    /** A terminal that is drawn for every event of a fast run is slower than the run. */
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

    /** @param running names of the devices that are worked on */
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

    /** Makes room for a line. */
    void clear() {
        if (visible) {
            terminal.print("\r\u001b[K");
            terminal.flush();
            visible = false;
            drawn -= PAUSE_NANOS;
        }
    }
}
