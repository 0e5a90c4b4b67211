package io.jenkins.plugins.networkshell.engine.terminal;

/** The first two numbers of a control sequence; more are not needed. */
final class CsiParameters {
    private static final int LONGEST = 64;
    /** More than any terminal has columns; keeps a hostile sequence from using memory. */
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

    /** @return false if the sequence is too long to be valid */
    boolean add(char c) {
        if (c >= '0' && c <= '9') {
            if (index < values.length) {
                values[index] = Math.min(values[index] * 10 + (c - '0'), LARGEST);
            }
        } else if (c == ';') {
            index++;
        } else {
            // '?', '>', '=' and intermediates: sequences that do not affect the text of a line.
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
