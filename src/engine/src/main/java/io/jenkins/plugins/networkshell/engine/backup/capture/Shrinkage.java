package io.jenkins.plugins.networkshell.engine.backup.capture;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Holds back a capture that lost too much against the one before. A device that fell back to its factory settings, or
 * that printed half of its configuration with the end mark behind it, must not replace what is needed to restore it.
 *
 * @param limit the part that may be missing at most, from 0 to 1: a capture that lost this part or more is held back. 1
 *     and more accepts everything but a loss of all text, {@link #OFF} really everything.
 */
public record Shrinkage(double limit) {
    /** Half or more. */
    public static final Shrinkage DEFAULT = new Shrinkage(0.5);

    public static final Shrinkage OFF = new Shrinkage(Double.POSITIVE_INFINITY);

    public Shrinkage {
        if (!(limit > 0)) {
            throw new IllegalArgumentException(
                    "The limit for captures that shrank must be more than 0 and is " + limit + ".");
        }
    }

    /**
     * @param before the canonical lines of the last good capture
     * @param now those of the new one
     * @return a sentence if the new one is held back
     */
    public Optional<String> suspicion(List<String> before, List<String> now) {
        long old = size(before);
        long lost = old - size(now);
        if (old == 0 || lost <= 0 || (double) lost / old < limit) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "The configuration shrank by %d %%, from %d to %d lines.",
                100 * lost / old,
                before.size(),
                now.size()));
    }

    private static long size(List<String> lines) {
        return lines.stream().mapToLong(line -> line.length() + 1L).sum();
    }
}
