package io.jenkins.plugins.networkshell.engine.terminal;

/** The numbers of a control sequence, as far as they are needed: the first two. */
final class CsiParameters {
    private static final int LONGEST = 64;
    /** Larger counts than any terminal has columns: keeps a hostile sequence from asking for memory. */
    private static final int LARGEST = 10_000;

    private final int[] values = new int[2];
    private int index;
    private int seen;
    private boolean privateUse;

    void reset() {
        values[0] = 0;
        values[1] = 0;
        index = 0;
        seen = 0;
        privateUse = false;
    }

    /** @return false when the sequence is too long to be one */
    boolean add(char c) {
        if (c >= '0' && c <= '9') {
            if (index < values.length) {
                values[index] = Math.min(values[index] * 10 + (c - '0'), LARGEST);
            }
        } else if (c == ';') {
            index++;
        } else {
            // '?', '>', '=' and intermediates: sequences that do not concern the text of a line.
            privateUse = true;
        }
        return ++seen <= LONGEST;
    }

    boolean isPrivate() {
        return privateUse;
    }

    int countOr1(int parameter) {
        return Math.max(1, values[parameter]);
    }

    int valueOr0(int parameter) {
        return values[parameter];
    }
}
