package io.jenkins.plugins.networkshell.engine.ssh.channel;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The order in which bytes arrived in a channel's two queues, so that a command's errors are not read before earlier
 * output. Guarded by the lock of the queues.
 */
final class ArrivalOrder {
    /** A server could alternate single bytes; beyond this limit, their order is dropped to bound memory. */
    private static final int MOST_RUNS = 10_000;

    private final Deque<Run> runs = new ArrayDeque<>();

    private static final class Run {
        private final ByteQueue queue;
        private int length;

        Run(ByteQueue queue, int length) {
            this.queue = queue;
            this.length = length;
        }
    }

    void came(ByteQueue queue, int length) {
        Run last = runs.peekLast();
        if (last != null && last.queue == queue) {
            last.length += length;
        } else if (runs.size() < MOST_RUNS) {
            runs.addLast(new Run(queue, length));
        } else {
            runs.removeLast();
            runs.getLast().length += length; // of the same queue, because runs of the two alternate
            runs.addLast(last);
        }
    }

    /** The number of bytes of {@code queue} before the next ones of the other queue. */
    int next(ByteQueue queue) {
        Run first = runs.peekFirst();
        return first != null && first.queue == queue ? first.length : 0;
    }

    boolean isNextElsewhere(ByteQueue queue) {
        Run first = runs.peekFirst();
        return first != null && first.queue != queue;
    }

    boolean hasTurns() {
        return runs.size() > 1;
    }

    /** Consumes bytes that are next. */
    void took(int count) {
        Run first = runs.getFirst();
        first.length -= count;
        if (first.length == 0) {
            runs.removeFirst();
        }
    }
}
