package io.jenkins.plugins.networkshell.simulator.traffic;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One direction of a delayed connection: bytes wait in a queue until they are due. */
final class LinkDirection {
    private static final int READ_SIZE = 64 * 1024;
    private static final long MOST_QUEUED = 16L * 1024 * 1024;

    /** Bytes with their due time; no bytes: the sender has finished. */
    private record Waiting(long due, ByteBuffer bytes) {}

    private final long delayNanos;
    private final ScheduledExecutorService timer;
    private final Runnable passedEnd;
    private final Runnable fail;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private AsynchronousSocketChannel from;
    private AsynchronousSocketChannel to;
    private long queued;
    private boolean reading;
    private boolean writing;
    private boolean ended;

    /** @param passedEnd called once, after the last byte and the end behind it were passed on */
    LinkDirection(long delayNanos, ScheduledExecutorService timer, Runnable passedEnd, Runnable fail) {
        this.delayNanos = delayNanos;
        this.timer = timer;
        this.passedEnd = passedEnd;
        this.fail = fail;
    }

    synchronized void readFrom(AsynchronousSocketChannel source) {
        from = source;
        readMore();
    }

    synchronized void writeTo(AsynchronousSocketChannel sink) {
        to = sink;
        writeMore();
    }

    private void readMore() {
        if (reading || ended || queued > MOST_QUEUED) {
            return;
        }
        reading = true;
        ByteBuffer buffer = ByteBuffer.allocate(READ_SIZE);
        from.read(buffer, null, new CompletionHandler<Integer, Void>() {
            @Override
            public void completed(Integer count, Void nothing) {
                received(count < 0 ? ByteBuffer.allocate(0) : buffer.flip());
            }

            @Override
            public void failed(Throwable cause, Void nothing) {
                fail.run();
            }
        });
    }

    private synchronized void received(ByteBuffer bytes) {
        reading = false;
        ended = !bytes.hasRemaining();
        queued += bytes.remaining();
        queue.add(new Waiting(System.nanoTime() + delayNanos, bytes));
        timer.schedule(this::due, delayNanos, TimeUnit.NANOSECONDS);
        readMore();
    }

    private synchronized void due() {
        writeMore();
    }

    private void writeMore() {
        Waiting next = queue.peek();
        if (writing || to == null || next == null || next.due() - System.nanoTime() > 0) {
            return;
        }
        if (!next.bytes().hasRemaining()) {
            queue.remove();
            finish();
            return;
        }
        writing = true;
        to.write(next.bytes(), null, new CompletionHandler<Integer, Void>() {
            @Override
            public void completed(Integer count, Void nothing) {
                written(next, count);
            }

            @Override
            public void failed(Throwable cause, Void nothing) {
                fail.run();
            }
        });
    }

    private synchronized void written(Waiting what, int count) {
        writing = false;
        queued -= count;
        if (!what.bytes().hasRemaining()) {
            queue.remove();
        }
        readMore();
        writeMore();
    }

    private void finish() {
        try {
            to.shutdownOutput();
        } catch (IOException e) {
            fail.run();
            return;
        }
        passedEnd.run();
    }
}
