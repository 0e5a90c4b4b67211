package io.jenkins.plugins.networkshell.simulator.shell;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The time a device takes before its next step. Used only on the session's serial executor. */
final class ThinkingTime {
    private final ScheduledExecutorService timer;
    private final SerialExecutor serial;
    /** Counts steps, so that an interrupted delay does nothing when it ends. */
    private long step;

    ThinkingTime(ScheduledExecutorService timer, SerialExecutor serial) {
        this.timer = timer;
        this.serial = serial;
    }

    /** Runs {@code next} after {@code delay}, immediately if it is zero; a pending step never runs. */
    void then(Duration delay, Runnable next) {
        long now = ++step;
        if (delay.isZero()) {
            next.run();
            return;
        }
        timer.schedule(
                () -> serial.execute(() -> {
                    if (step == now) {
                        next.run();
                    }
                }),
                delay.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    /** Cancels a pending step. */
    void interrupt() {
        step++;
    }
}
