package io.jenkins.plugins.networkshell.files;

import io.jenkins.plugins.networkshell.console.SessionConsole;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.files.TransferListener;
import io.jenkins.plugins.networkshell.engine.files.TransferSummary;
import io.jenkins.plugins.networkshell.engine.text.ByteCount;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Shows the progress of copying in the log: a line per file, and occasional lines during a large one. */
final class TransferConsole implements TransferListener {
    /** Often enough to see progress, without filling the log. */
    private static final long INTERVAL_NANOS = Duration.ofSeconds(10).toNanos();

    private static final double NANOS_PER_SECOND = 1e9;

    private final SessionConsole console;
    private final LongSupplier clock;
    private String file = "";
    private long size;
    private long before;
    private long fileStart;
    private long lastLine;
    private long files;
    private long skipped;
    private long bytes;

    /** @param clock nanoseconds since an arbitrary time */
    TransferConsole(SessionConsole console, LongSupplier clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public void started(String name, long length, long done) {
        file = name;
        size = length;
        before = done;
        fileStart = clock.getAsLong();
        lastLine = fileStart;
        if (done > 0) {
            console.say(Messages.TransferConsole_Resumed(name, ByteCount.text(done)));
        }
    }

    @Override
    public void progress(long done) {
        long now = clock.getAsLong();
        if (now - lastLine < INTERVAL_NANOS) {
            return;
        }
        lastLine = now;
        String rate = ByteCount.text((long) ((done - before) * NANOS_PER_SECOND / (now - fileStart)));
        console.say(
                size > 0
                        ? Messages.TransferConsole_Percent(
                                file, Math.min(100, done * 100 / size), ByteCount.text(done), rate)
                        : Messages.TransferConsole_Progress(file, ByteCount.text(done), rate));
    }

    @Override
    public void finished(String name, long length) {
        files++;
        bytes += Math.max(0, length - before);
        console.output(name + " (" + ByteCount.text(length) + ")");
    }

    @Override
    public void skipped(String name, String why) {
        skipped++;
        console.output(Messages.TransferConsole_Skipped(name, why));
    }

    @Override
    public void notice(String sentence) {
        console.warning(sentence);
    }

    @Override
    public void failed(String name, NetworkShellException error) {
        console.warning(error.describe());
    }

    /** The completed part. */
    TransferSummary soFar() {
        return new TransferSummary(files, skipped, bytes);
    }
}
