package io.jenkins.plugins.networkshell.connection;

import java.io.Serializable;
import java.time.Duration;

/**
 * Retries for a device that has no free line.
 *
 * @param attempts including the first one, at least 1
 * @param pause before the second one; doubled before each later one
 */
public record BusyRetries(int attempts, Duration pause) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** No second attempt. */
    public static final BusyRetries NONE = new BusyRetries(1, Duration.ZERO);

    /** @param failed the number of attempts so far */
    Duration pauseAfter(int failed) {
        return pause.multipliedBy(1L << Math.min(failed - 1, 10));
    }
}
