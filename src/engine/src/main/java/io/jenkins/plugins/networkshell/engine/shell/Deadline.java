package io.jenkins.plugins.networkshell.engine.shell;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A point in time on a monotonic clock. */
record Deadline(LongSupplier nanoClock, long atNanos, Duration limit) {
    static Deadline in(Duration limit, LongSupplier nanoClock) {
        long now = nanoClock.getAsLong();
        long length;
        try {
            length = limit.toNanos();
        } catch (ArithmeticException longerThanCenturies) {
            length = Long.MAX_VALUE / 4;
        }
        return new Deadline(nanoClock, now + Math.min(length, Long.MAX_VALUE / 4), limit);
    }

    long leftNanos() {
        return atNanos - nanoClock.getAsLong();
    }

    boolean isOver() {
        return leftNanos() <= 0;
    }
}
