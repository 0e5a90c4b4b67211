package io.jenkins.plugins.networkshell.connection;

import java.io.Serializable;
import java.time.Duration;

/**
 * How often a device is tried that has no room for one more session.
 *
 * @param attempts with the first one, at least 1
 * @param pause before the second one; doubled before each one after that
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
