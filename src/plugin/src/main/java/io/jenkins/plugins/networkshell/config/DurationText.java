package io.jenkins.plugins.networkshell.config;

import hudson.Util;
import io.jenkins.plugins.networkshell.engine.text.Durations;
import java.time.Duration;

/** Parses durations in steps and forms, with the message for an invalid one. */
public final class DurationText {
    private static final Duration LONGEST = Duration.ofDays(7);

    private DurationText() {}

    /** @throws IllegalArgumentException says what is allowed */
    public static Duration parse(String text) {
        return Durations.parse(Util.fixNull(text))
                .filter(duration -> duration.compareTo(LONGEST) <= 0)
                .orElseThrow(() -> new IllegalArgumentException(Messages.DurationText_Invalid(text)));
    }

    /** The shortest text that {@link #parse} reads as the duration, for instance {@code 1h30m}. */
    public static String format(Duration duration) {
        return Durations.compact(duration);
    }
}
