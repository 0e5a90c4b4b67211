package io.jenkins.plugins.networkshell.backup.page;

import java.time.Duration;
import java.time.Instant;

/** The time that the versions of a device cover, drawn as a line that is a thousand units wide. */
record TimeLine(Instant first, Instant today) {
    private static final int WIDTH = 1000;
    /** Wide enough to stay visible. */
    private static final int LEAST = 5;

    /** The part of the line for a span of time. */
    record Bar(int start, int width) {}

    Bar bar(Instant from, Instant to) {
        int start = Math.min(WIDTH - LEAST, place(from));
        return new Bar(start, Math.max(LEAST, place(to) - start));
    }

    private int place(Instant time) {
        long whole = Math.max(1, Duration.between(first, today).toSeconds());
        long part = Duration.between(first, time).toSeconds();
        return (int) Math.max(0, Math.min(WIDTH, part * WIDTH / whole));
    }
}
