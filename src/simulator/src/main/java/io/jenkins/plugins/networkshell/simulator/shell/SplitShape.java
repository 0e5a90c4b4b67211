package io.jenkins.plugins.networkshell.simulator.shell;

import java.time.Duration;

/** Splits everything that a reader must see as a unit: escape sequences, CR LF, backspaces, multi-byte characters. */
final class SplitShape implements Shape {
    private static final int ESCAPE = 0x1b;

    private final Duration pause;

    SplitShape(Duration pause) {
        this.pause = pause;
    }

    @Override
    public int piece(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (splitsAfter(bytes, i)) {
                return i - from + 1;
            }
        }
        return to - from;
    }

    @Override
    public Duration sent(byte[] bytes, int from, int to) {
        return splitsAfter(bytes, to - 1) ? pause : Duration.ZERO;
    }

    private static boolean splitsAfter(byte[] bytes, int i) {
        byte b = bytes[i];
        return b == ESCAPE || b == '\b' || b == '\r' || b < 0 || (b == '[' && i > 0 && bytes[i - 1] == ESCAPE);
    }
}
