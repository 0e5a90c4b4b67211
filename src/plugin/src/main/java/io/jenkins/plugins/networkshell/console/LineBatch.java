package io.jenkins.plugins.networkshell.console;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Collects lines and writes them in batches, because from an agent each write is a message to the controller. A batch
 * is written when it is large enough, or shortly after. Writes only whole lines. Thread-safe.
 */
public final class LineBatch implements AutoCloseable {
    private static final int ENOUGH = 16 * 1024;
    private static final long MOMENT_MILLIS = 200;

    private final OutputStream target;
    private final Charset charset;
    private final ScheduledExecutorService timer;
    private final StringBuilder pending = new StringBuilder();
    private ScheduledFuture<?> flush;
    private IOException failure;

    /**
     * @param target not closed by this
     * @param timer runs a short task shortly after a line arrived
     */
    public LineBatch(OutputStream target, Charset charset, ScheduledExecutorService timer) {
        this.target = target;
        this.charset = charset;
        this.timer = timer;
    }

    /** @throws UncheckedIOException if an earlier line could not be written */
    public synchronized void line(String text) {
        if (failure != null) {
            throw new UncheckedIOException(failure);
        }
        pending.append(text).append('\n');
        if (pending.length() >= ENOUGH) {
            flush();
        } else if (flush == null) {
            flush = timer.schedule(this::flush, MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void flush() {
        if (flush != null) {
            flush.cancel(false);
            flush = null;
        }
        if (pending.isEmpty() || failure != null) {
            return;
        }
        byte[] bytes = pending.toString().getBytes(charset);
        pending.setLength(0);
        try {
            target.write(bytes);
            target.flush();
        } catch (IOException e) {
            failure = e; // reported to the thread that adds lines; this may be the timer's thread
        }
    }

    @Override
    public void close() {
        flush();
    }
}
