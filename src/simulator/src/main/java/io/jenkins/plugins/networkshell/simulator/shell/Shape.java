package io.jenkins.plugins.networkshell.simulator.shell;

import java.time.Duration;

/** A rule for sending output: where it is split, when it pauses, what happens at a certain byte. Stateful. */
interface Shape {
    /** Called when a command line is complete and its output is about to start. */
    default void command(String line) {}

    /** The number of bytes from {@code from} (inclusive) to {@code to} that may be sent in one piece; at least 1. */
    default int piece(byte[] bytes, int from, int to) {
        return to - from;
    }

    /** Called with the bytes sent; returns the following pause. */
    default Duration sent(byte[] bytes, int from, int to) {
        return Duration.ZERO;
    }

    /** The event before the next byte; null: none. Called until it returns null. */
    default Trigger trigger() {
        return null;
    }
}
