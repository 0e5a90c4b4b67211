package io.jenkins.plugins.networkshell.engine.backup.fleet;

import java.time.Duration;

/** Time, which tests make pass as they like. */
interface FleetClock {
    /** Only differences mean something. */
    long nanos();

    /** Runs {@code task} later, once; it must be quick. */
    Timer after(Duration delay, Runnable task);

    /** Something that is to run later. */
    interface Timer {
        /** Has it not run, unless it already does. */
        void cancel();
    }
}
