package io.jenkins.plugins.networkshell.engine.backup.fleet;

import java.time.Duration;
import java.util.Objects;

/**
 * Options of a run over many devices. Immutable.
 *
 * @param deadline for the whole run; devices that are not finished by then are reported as failed. Default: none, which
 *     is {@link #NO_DEADLINE}
 */
public record FleetOptions(Concurrency concurrency, Retries retries, Duration deadline) {
    public static final Duration NO_DEADLINE = Duration.ofDays(10_000);

    public static final FleetOptions DEFAULT = new FleetOptions(Concurrency.DEFAULT, Retries.DEFAULT, NO_DEADLINE);

    /** @throws IllegalArgumentException if the deadline is not positive */
    public FleetOptions {
        Objects.requireNonNull(concurrency);
        Objects.requireNonNull(retries);
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("The time limit of a run must be longer than zero.");
        }
    }

    public FleetOptions with(Concurrency other) {
        return new FleetOptions(other, retries, deadline);
    }

    public FleetOptions with(Retries other) {
        return new FleetOptions(concurrency, other, deadline);
    }

    public FleetOptions withDeadline(Duration limit) {
        return new FleetOptions(concurrency, retries, limit);
    }
}
