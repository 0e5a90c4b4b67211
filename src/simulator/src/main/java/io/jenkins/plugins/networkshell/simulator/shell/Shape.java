package io.jenkins.plugins.networkshell.simulator.shell;

import java.time.Duration;

/** One rule about how output leaves: how it is cut, when it pauses, what happens at a certain byte. Keeps state. */
interface Shape {
    /** Told when a command line is complete and its output is about to begin. */
    default void command(String line) {}

    /** How many of the bytes from {@code from} (inclusive) to {@code to} may go out in one piece; at least 1. */
    default int piece(byte[] bytes, int from, int to) {
        return to - from;
    }

    /** Told what went out; the pause that follows. */
    default Duration sent(byte[] bytes, int from, int to) {
        return Duration.ZERO;
    }

    /** What happens before the next byte; null: nothing. Called until it returns null. */
    default Trigger trigger() {
        return null;
    }
}
