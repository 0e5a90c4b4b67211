package io.jenkins.plugins.networkshell.engine.backup.capture;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Rejects a capture that lost too much compared with the previous one. A device that was reset to factory settings, or
 * that printed half of its configuration and the end mark, must not replace the configuration that is needed to restore
 * it.
 *
 * @param limit a capture that lost this fraction or more is rejected, from 0 to 1. 1 and more accepts everything except
 *     a loss of all text; {@link #OFF} accepts everything.
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
     * @return the reason if the new one is rejected
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
