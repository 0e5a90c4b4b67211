package io.jenkins.plugins.networkshell.engine.shell;

import java.time.Duration;

/** Durations as people write them: {@code 30 s}, {@code 250 ms}, {@code 10 min}. */
final class Elapsed {
    private Elapsed() {}

    static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000 || millis % 1000 != 0) {
            return millis + " ms";
        }
        long seconds = millis / 1000;
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
