package io.jenkins.plugins.networkshell.simulator.shell;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The time a device takes before its next step. Used on the session's serial executor only. */
final class ThinkingTime {
    private final ScheduledExecutorService timer;
    private final SerialExecutor serial;
    /** Counts what the device did, so that a delay that was interrupted does nothing when it is over. */
    private long step;

    ThinkingTime(ScheduledExecutorService timer, SerialExecutor serial) {
        this.timer = timer;
        this.serial = serial;
    }

    /** Runs {@code next} after {@code delay}, at once if it is zero; what waited before never runs. */
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

    /** What waits never runs. */
    void interrupt() {
        step++;
    }
}
