package io.jenkins.plugins.networkshell.cli.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Text on its way to a stream, written by a thread of its own as soon as there is any: a single line appears at once,
 * and of a flood many lines go in one write. Memory is bounded: {@link #append} waits while too much is on its way.
 *
 * <p>Thread-safe. Lines end with {@code \n}, the encoding is UTF-8.
 */
final class LiveOutput implements AutoCloseable {
    private static final int MOST_WAITING = 256 * 1024;

    private final OutputStream out;
    private final Runnable onBroken;
    private final Thread writer;
    private StringBuilder waiting = new StringBuilder();
    private boolean writing;
    private boolean closed;
    private IOException broken;

    /** @param onBroken run once, on the writing thread, when the stream takes no more */
    LiveOutput(OutputStream out, Runnable onBroken) {
        this.out = out;
        this.onBroken = onBroken;
        writer = new Thread(this::write, "standard output");
        writer.setDaemon(true);
        writer.start();
    }

    /** Drops the text where the stream is broken. */
    synchronized void append(String text, boolean ended) {
        boolean interrupted = false;
        while (waiting.length() > MOST_WAITING && broken == null) {
            interrupted |= !pause();
        }
        if (broken == null) {
            waiting.append(text);
            if (ended) {
                waiting.append('\n');
            }
            notifyAll();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until all of it was written. */
    synchronized void drain() {
        boolean interrupted = false;
        while ((writing || waiting.length() > 0) && broken == null) {
            interrupted |= !pause();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return false when interrupted */
    private boolean pause() {
        try {
            wait();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Waits until all of it was written. @throws IOException when text was lost because the stream takes no more */
    synchronized void finish() throws IOException {
        drain();
        if (broken != null) {
            throw broken;
        }
    }

    private void write() {
        StringBuilder batch = new StringBuilder();
        while (take(batch)) {
            try {
                out.write(batch.toString().getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException e) {
                giveUp(e);
                return;
            }
        }
    }

    private void giveUp(IOException e) {
        synchronized (this) {
            broken = e;
            waiting.setLength(0);
            notifyAll();
        }
        onBroken.run();
    }

    /** Swaps the full buffer for the empty one. */
    private synchronized boolean take(StringBuilder empty) {
        writing = false;
        notifyAll();
        while (waiting.length() == 0) {
            if (closed) {
                return false;
            }
            pause();
        }
        empty.setLength(0);
        empty.append(waiting);
        waiting.setLength(0);
        writing = true;
        notifyAll();
        return true;
    }

    @Override
    public void close() {
        drain();
        synchronized (this) {
            closed = true;
            notifyAll();
        }
    }
}
