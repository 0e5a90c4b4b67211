package io.jenkins.plugins.networkshell.engine.backup.fleet;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * When a failed device is tried again: after a temporary failure, with pauses that double. Each pause is shortened by a
 * random part of up to a half, so that devices that failed together are not retried together.
 *
 * @param attempts per device, including the first; default 3
 * @param firstDelay before the second attempt; default 5 s
 * @param longestDelay default 1 min
 */
public record Retries(int attempts, Duration firstDelay, Duration longestDelay) {
    public static final Retries DEFAULT = new Retries(3, Duration.ofSeconds(5), Duration.ofMinutes(1));

    /**
     * Excludes rejected logins and anything else that a person must fix. Includes refused shells, because devices
     * refuse them when all lines are in use; unknown hosts, because name servers fail and Java does not distinguish
     * that from a name that does not exist; and servers that do not speak SSH, because a device without a free session
     * may print a sentence and hang up.
     */
    private static final Set<ErrorKind> MAY_PASS = Set.of(
            ErrorKind.UNKNOWN_HOST,
            ErrorKind.CONNECTION_REFUSED,
            ErrorKind.CONNECT_TIMEOUT,
            ErrorKind.UNREACHABLE,
            ErrorKind.NOT_SSH,
            ErrorKind.SHELL_REFUSED,
            ErrorKind.TIMEOUT,
            ErrorKind.CONNECTION_LOST,
            ErrorKind.CONFIGURATION_INCOMPLETE);

    /** More doublings would overflow; the longest delay is reached long before. */
    private static final int MOST_DOUBLINGS = 30;

    /** @throws IllegalArgumentException if a value is out of range; the message is one sentence */
    public Retries {
        Objects.requireNonNull(firstDelay);
        Objects.requireNonNull(longestDelay);
        if (attempts < 1) {
            throw new IllegalArgumentException("At least one attempt per device, not " + attempts + ".");
        }
        if (firstDelay.isNegative() || longestDelay.compareTo(firstDelay) < 0) {
            throw new IllegalArgumentException(
                    "The delay before a second attempt is not negative, and not longer than the longest delay.");
        }
    }

    public Retries withAttempts(int number) {
        return new Retries(number, firstDelay, longestDelay);
    }

    boolean mayRetry(ErrorKind kind, Attempt attempt) {
        // Some devices answer a wrong password by hanging up.
        boolean maybeRejected = kind == ErrorKind.CONNECTION_LOST && attempt.isLoggingIn();
        return attempt.number() < attempts && MAY_PASS.contains(kind) && !maybeRejected;
    }

    /** @param failed the number of the attempt that failed, from 1 */
    Duration delay(int failed, RandomGenerator random) {
        long doubled = firstDelay.toNanos() << Math.min(failed - 1, MOST_DOUBLINGS);
        boolean overflown = doubled >> Math.min(failed - 1, MOST_DOUBLINGS) != firstDelay.toNanos();
        long longest = longestDelay.toNanos();
        long nanos = overflown || doubled > longest ? longest : doubled;
        return Duration.ofNanos(nanos - random.nextLong(nanos / 2 + 1));
    }
}
