package io.jenkins.plugins.networkshell.cli.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Text on its way to a stream, written by a thread of its own as soon as there is any: a single line appears at once,
 * and of a flood many lines go in one write. Memory is bounded: {@link #append} waits while too much is on its way.
 *
 * <p>Thread-safe. Lines end with {@code \n}, the encoding is UTF-8.
 */
final class LiveOutput implements AutoCloseable {
    private static final int MOST_WAITING = 256 * 1024;
    /** What makes a flood, and in a flood what is worth a write. */
    private static final int FLOOD = 32 * 1024;
    /** How long a flood is gathered for one write. */
    private static final long GATHERING_NANOS = 1_000_000;

    private final OutputStream out;
    private final Runnable onBroken;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final StringBuilder waiting = new StringBuilder();
    private boolean writing;
    /** Whether the writer waits for something to write. */
    private boolean idle;
    /** Whether somebody waits until all is written. */
    private boolean hurried;
    /** Whether so much was written last that more of it is gathered first. */
    private boolean flooded;

    private boolean closed;
    private IOException broken;

    /** @param onBroken run once, on the writing thread, when the stream takes no more */
    LiveOutput(OutputStream out, Runnable onBroken) {
        this.out = out;
        this.onBroken = onBroken;
        Thread writer = new Thread(this::write, "standard output");
        writer.setDaemon(true);
        writer.start();
    }

    /** Drops the text where the stream is broken. */
    void append(String text, boolean ended) {
        lock.lock();
        try {
            while (waiting.length() > MOST_WAITING && broken == null) {
                changed.awaitUninterruptibly();
            }
            if (broken == null) {
                waiting.append(text);
                if (ended) {
                    waiting.append('\n');
                }
                if (idle || waiting.length() >= FLOOD) {
                    changed.signalAll();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all of it was written. */
    void drain() {
        lock.lock();
        try {
            hurried = true;
            changed.signalAll();
            while ((writing || waiting.length() > 0) && broken == null) {
                changed.awaitUninterruptibly();
            }
            hurried = false;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until all of it was written.
     *
     * @throws IOException when text was lost because the stream takes no more
     */
    void finish() throws IOException {
        drain();
        lock.lock();
        try {
            if (broken != null) {
                throw broken;
            }
        } finally {
            lock.unlock();
        }
    }

    private void write() {
        for (String text = take(); text != null; text = take()) {
            try {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException e) {
                giveUp(e);
                return;
            }
        }
    }

    /** @return all that waits, null when there will be no more */
    private String take() {
        lock.lock();
        try {
            writing = false;
            changed.signalAll();
            if (flooded) {
                gather();
            }
            while (waiting.length() == 0 && !closed) {
                idle = true;
                changed.awaitUninterruptibly();
            }
            idle = false;
            if (waiting.length() == 0) {
                return null;
            }
            String text = waiting.toString();
            flooded = waiting.length() >= FLOOD / 8;
            waiting.setLength(0);
            writing = true;
            changed.signalAll();
            return text;
        } finally {
            lock.unlock();
        }
    }

    /** A write for each few lines would keep the thread that appends waiting for this one all the time. */
    private void gather() {
        long left = GATHERING_NANOS;
        try {
            while (left > 0 && waiting.length() < FLOOD && !hurried && !closed) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void giveUp(IOException e) {
        lock.lock();
        try {
            broken = e;
            waiting.setLength(0);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        onBroken.run();
    }

    @Override
    public void close() {
        drain();
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
