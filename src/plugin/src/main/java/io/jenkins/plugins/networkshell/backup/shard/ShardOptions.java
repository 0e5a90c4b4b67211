package io.jenkins.plugins.networkshell.backup.shard;

import io.jenkins.plugins.networkshell.engine.backup.fleet.Concurrency;
import io.jenkins.plugins.networkshell.engine.backup.fleet.FleetOptions;
import io.jenkins.plugins.networkshell.engine.backup.fleet.Retries;
import java.io.Serializable;
import java.time.Duration;

/**
 * Options of a shard.
 *
 * @param parallel devices at once
 * @param retries per device
 * @param retryDelay before the first retry; doubles with each
 * @param deadline for the whole shard
 * @param toolVersion of this plugin, for the evidence
 */
public record ShardOptions(int parallel, int retries, Duration retryDelay, Duration deadline, String toolVersion)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** @throws IllegalArgumentException if a value is out of range; the message is one sentence */
    public FleetOptions fleet() {
        Duration longest =
                Retries.DEFAULT.longestDelay().compareTo(retryDelay) < 0 ? retryDelay : Retries.DEFAULT.longestDelay();
        return FleetOptions.DEFAULT
                .with(Concurrency.DEFAULT.withTotal(parallel))
                .with(new Retries(retries + 1, retryDelay, longest))
                .withDeadline(deadline);
    }

    /** @param most concurrent devices; null for any number */
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
