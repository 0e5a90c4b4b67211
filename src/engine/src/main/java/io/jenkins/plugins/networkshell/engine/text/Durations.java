package io.jenkins.plugins.networkshell.engine.text;

import java.time.Duration;

/** Durations for people. */
public final class Durations {
    private Durations() {}

    /** For instance {@code 10 s}, {@code 1.5 s}, {@code 250 ms}. */
    public static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        return millis % 1000 == 0 ? millis / 1000 + " s" : String.format(java.util.Locale.ROOT, "%.1f s", millis / 1e3);
    }
}
