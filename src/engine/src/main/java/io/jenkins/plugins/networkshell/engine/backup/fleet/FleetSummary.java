package io.jenkins.plugins.networkshell.engine.backup.fleet;

import java.time.Duration;

/**
 * How a run ended.
 *
 * @param failed devices that were tried
 * @param notTried devices that were not
 */
public record FleetSummary(int succeeded, int failed, int notTried, End end, Duration elapsed) {
    /** What ended the run. */
    public enum End {
        /** Every device has its result. */
        DONE,
        CANCELLED,
        /** The time limit of the run. */
        DEADLINE,
        /** The sink accepted no more results. */
        SINK_FAILED
    }
}
