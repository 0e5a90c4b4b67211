package io.jenkins.plugins.networkshell.cli.files;

import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import io.jenkins.plugins.networkshell.cli.terminal.Messages;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.files.TransferListener;
import io.jenkins.plugins.networkshell.engine.files.TransferSummary;
import io.jenkins.plugins.networkshell.engine.text.ByteCount;
import java.io.PrintStream;
import java.util.Locale;

/** Shows the progress of a copy on standard error: a bar on a terminal, otherwise only important messages. */
final class TransferProgress implements TransferListener {
    private static final long REDRAW_NANOS = 100_000_000;
    private static final int BAR = 24;
    private static final int NAME = 30;
    private static final String ERASE = "\r\u001b[K";
    /** Java does not know the width of the terminal, and a wrapped line could not be erased. */
    private static final String CUT_OFF = "\u001b[?7l";

    private static final String WRAP = "\u001b[?7h";

    private final Messages messages;
    private final PrintStream terminal;
    private final boolean quiet;
    private final boolean verbose;
    private final long start = System.nanoTime();
    private String file = "";
    private long size;
    private long before;
    private long fileStart;
    private long lastDrawn;
    private boolean drawn;

    TransferProgress(Environment environment, boolean quiet, boolean verbose) {
        messages = new Messages(environment.err(), environment.colour());
        terminal = environment.colour() && !quiet ? environment.err() : null;
        this.quiet = quiet;
        this.verbose = verbose;
    }

    @Override
    public void started(String name, long bytes, long done) {
        file = name;
        size = bytes;
        before = done;
        fileStart = System.nanoTime();
        lastDrawn = 0;
    }

    @Override
    public void progress(long done) {
        long now = System.nanoTime();
        if (terminal == null || drawn && now - lastDrawn < REDRAW_NANOS) {
            return;
        }
        lastDrawn = now;
        drawn = true;
        double seconds = Math.max(0.001, (now - fileStart) / 1e9);
        double rate = (done - before) / seconds;
        StringBuilder line =
                new StringBuilder(ERASE).append(CUT_OFF).append(shortName()).append(' ');
        if (size > 0) {
            int full = (int) Math.min(BAR, done * BAR / size);
            line.append('[').append("=".repeat(full)).append(" ".repeat(BAR - full));
            line.append(String.format(Locale.ROOT, "] %3d%%", Math.min(100, done * 100 / size)));
        }
        line.append(' ')
                .append(ByteCount.text(done))
                .append(", ")
                .append(ByteCount.text((long) rate))
                .append("/s");
        if (size > done && rate > 0) {
            line.append(", ").append(time((size - done) / rate)).append(" left");
        }
        terminal.print(line.append(WRAP));
        terminal.flush();
    }

    private String shortName() {
        String safe = Printable.of(file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1));
        return safe.length() <= NAME ? safe : safe.substring(0, NAME - 1) + "\u2026";
    }

    private static String time(double seconds) {
        long whole = Math.round(seconds);
        return whole < 60 ? whole + " s" : String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60);
    }

    private void erase() {
        if (drawn) {
            terminal.print(ERASE);
            terminal.flush();
            drawn = false;
        }
    }

    @Override
    public void finished(String name, long bytes) {
        erase();
        if (verbose) {
            messages.info(name + " (" + ByteCount.text(bytes) + ")");
        }
    }

    @Override
    public void skipped(String name, String why) {
        erase();
        messages.warning("Left out: " + name + ", " + why + ".");
    }

    @Override
    public void upToDate(String name) {
        erase();
        if (!quiet) {
            messages.info(name + " is there already, with the same size and time.");
        }
    }

    @Override
    public void notice(String sentence) {
        erase();
        messages.warning(sentence);
    }

    @Override
    public void failed(String name, NetworkShellException error) {
        erase();
        messages.warning(error.describe());
    }

    /** Call it even after a failure. */
    void end() {
        erase();
    }

    void summary(TransferSummary done) {
        erase();
        if (!quiet) {
            double seconds = Math.max(0.001, (System.nanoTime() - start) / 1e9);
            messages.info(
                    done.files() + (done.files() == 1 ? " file, " : " files, ") + ByteCount.text(done.bytes()) + ", "
                            + String.format(Locale.ROOT, "%.1f s", seconds)
                            + (done.skipped() > 0 ? ", " + done.skipped() + " left out" : ""));
        }
    }
}
