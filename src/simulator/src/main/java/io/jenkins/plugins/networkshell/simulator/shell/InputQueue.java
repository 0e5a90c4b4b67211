package io.jenkins.plugins.networkshell.simulator.shell;

import java.util.ArrayDeque;
import java.util.Deque;

/** Received input that the device has not processed yet. Used only on the session's serial executor. */
final class InputQueue {
    private final Deque<byte[]> blocks = new ArrayDeque<>();
    private int position;
    private boolean eof;

    void add(byte[] bytes) {
        if (bytes.length > 0) {
            blocks.add(bytes);
        }
    }

    void end() {
        eof = true;
    }

    boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** Whether all input was processed and nothing will follow. */
    boolean isOver() {
        return eof && blocks.isEmpty();
    }

    byte next() {
        byte[] first = blocks.element();
        byte b = first[position++];
        if (position == first.length) {
            blocks.remove();
            position = 0;
        }
        return b;
    }

    /** Discards everything up to and including the first {@code wanted}; returns whether there was one. */
    boolean discardThrough(byte wanted) {
        if (!contains(wanted)) {
            return false;
        }
        byte b;
        do {
            b = next();
        } while (b != wanted);
        return true;
    }

    private boolean contains(byte wanted) {
        int from = position;
        for (byte[] block : blocks) {
            for (int i = from; i < block.length; i++) {
                if (block[i] == wanted) {
                    return true;
                }
            }
            from = 0;
        }
        return false;
    }
}
