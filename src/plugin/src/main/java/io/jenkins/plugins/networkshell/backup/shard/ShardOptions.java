package io.jenkins.plugins.networkshell.backup.shard;

import io.jenkins.plugins.networkshell.engine.backup.fleet.Concurrency;
import io.jenkins.plugins.networkshell.engine.backup.fleet.FleetOptions;
import io.jenkins.plugins.networkshell.engine.backup.fleet.Retries;
import java.io.Serializable;
import java.time.Duration;

/**
 * How a shard goes about its devices.
 *
 * @param parallel devices at once
 * @param retries how often a device is tried again
 * @param retryDelay before the first of these; it doubles with each
 * @param deadline for the shard as a whole
 * @param toolVersion of this plugin, for the evidence
 */
public record ShardOptions(int parallel, int retries, Duration retryDelay, Duration deadline, String toolVersion)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** @throws IllegalArgumentException when a value makes no sense, in one sentence */
    public FleetOptions fleet() {
        Duration longest =
                Retries.DEFAULT.longestDelay().compareTo(retryDelay) < 0 ? retryDelay : Retries.DEFAULT.longestDelay();
        return FleetOptions.DEFAULT
                .with(Concurrency.DEFAULT.withTotal(parallel))
                .with(new Retries(retries + 1, retryDelay, longest))
                .withDeadline(deadline);
    }

    /** @param most devices at once that may be worked on; null for any number */
    public ShardOptions atMost(Integer most) {
        return most == null || most >= parallel
                ? this
                : new ShardOptions(most, retries, retryDelay, deadline, toolVersion);
    }

    public ShardOptions withDeadline(Duration left) {
        return new ShardOptions(parallel, retries, retryDelay, left, toolVersion);
    }

    public ShardOptions withParallel(int devices) {
        return new ShardOptions(devices, retries, retryDelay, deadline, toolVersion);
    }
}
