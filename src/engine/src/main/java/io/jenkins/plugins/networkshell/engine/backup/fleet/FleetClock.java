package io.jenkins.plugins.networkshell.engine.backup.fleet;

import java.time.Duration;

/** A clock, so that tests can control time. */
interface FleetClock {
    /** Only differences are meaningful. */
    long nanos();

    /** Runs {@code task} later, once; it must be quick. */
    Timer after(Duration delay, Runnable task);

    /** A scheduled task. */
    interface Timer {
        /** Cancels the task unless it is already running. */
        void cancel();
    }
}
