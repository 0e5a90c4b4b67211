package io.jenkins.plugins.networkshell.simulator.shell;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Sends a shell's output in order, one piece at a time, split and delayed by its shapes. All methods run on the
 * session's serial executor. A shell's next write is requested after the previous one was sent, so memory stays
 * bounded.
 */
final class OutputPump {
    private record Write(byte[] bytes, Runnable done) {}

    private final SerialExecutor serial;
    private final ScheduledExecutorService timer;
    private final Wire wire;
    private final List<Shape> shapes;
    private final Charset charset;
    private final Deque<Write> queue = new ArrayDeque<>();
    private int position;
    private boolean busy;
    private boolean ended;

    OutputPump(SerialExecutor serial, ScheduledExecutorService timer, Wire wire, List<Shape> shapes, Charset charset) {
        this.serial = serial;
        this.timer = timer;
        this.wire = wire;
        this.shapes = shapes;
        this.charset = charset;
    }

    /** @param done runs when the bytes were sent; not at all if the channel ends before */
    void write(byte[] bytes, Runnable done) {
        if (!ended) {
            queue.add(new Write(bytes, done));
            pump();
        }
    }

    void write(byte[] bytes) {
        if (bytes.length > 0) {
            write(bytes, () -> {});
        }
    }

    void command(String line) {
        shapes.forEach(s -> s.command(line));
    }

    /** Closes normally after everything before was sent. */
    void exit(int status) {
        write(new byte[0], () -> {
            ended = true;
            wire.exit(status);
        });
    }

    void end() {
        ended = true;
        queue.clear();
    }

    private void pump() {
        while (!busy && !ended && !queue.isEmpty()) {
            Write write = queue.peek();
            if (position >= write.bytes().length) {
                queue.remove();
                position = 0;
                write.done().run();
            } else if (!pullTriggers()) {
                sendPiece(write.bytes());
            }
        }
    }

    /** @return whether something happened, so that the queue must be checked again */
    private boolean pullTriggers() {
        for (Shape shape : shapes) {
            Trigger trigger = shape.trigger();
            if (trigger instanceof Trigger.Ending ending) {
                end();
                wire.fail(ending);
                return true;
            } else if (trigger instanceof Trigger.Insert insert) {
                insert(insert.text().getBytes(charset));
                return true;
            } else if (trigger instanceof Trigger.Rekey) {
                wire.rekey();
                return true;
            }
        }
        return false;
    }

    private void insert(byte[] bytes) {
        Write interrupted = queue.poll();
        if (interrupted != null) {
            byte[] rest = Arrays.copyOfRange(interrupted.bytes(), position, interrupted.bytes().length);
            queue.addFirst(new Write(rest, interrupted.done()));
        }
        queue.addFirst(new Write(bytes, () -> {}));
        position = 0;
    }

    private void sendPiece(byte[] bytes) {
        int from = position;
        int length = bytes.length - from;
        for (Shape shape : shapes) {
            length = Math.min(length, shape.piece(bytes, from, from + length));
        }
        int to = from + length;
        Duration pause = Duration.ZERO;
        for (Shape shape : shapes) {
            Duration wanted = shape.sent(bytes, from, to);
            pause = wanted.compareTo(pause) > 0 ? wanted : pause;
        }
        position = to;
        busy = true;
        long nanos = pause.toNanos();
        wire.send(bytes, from, length, ok -> {
            if (ok && nanos > 0) {
                timer.schedule(() -> serial.execute(() -> sent(true)), nanos, TimeUnit.NANOSECONDS);
            } else {
                serial.execute(() -> sent(ok));
            }
        });
    }

    private void sent(boolean ok) {
        busy = false;
        if (!ok) {
            end();
            return;
        }
        // Even if nothing follows: a connection that drops after the last byte of a prompt drops at once.
        boolean again = true;
        while (again && !ended) {
            again = pullTriggers();
        }
        pump();
    }
}
