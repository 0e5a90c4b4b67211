package io.jenkins.plugins.networkshell.engine.backup.capture;

import io.jenkins.plugins.networkshell.engine.platform.ConfigurationChange;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import java.util.List;
import java.util.stream.Stream;

/** Finds the author of the last change in a configuration's text. */
public final class LastChange {
    /**
     * Such lines are in the header or the footer, so a configuration of 100,000 lines need not be searched completely.
     */
    private static final int LINES_AT_EITHER_END = 200;

    private LastChange() {}

    /** @return the author that the first such line names; null if there is none */
    public static ConfigurationChange in(String text, Configuration rules) {
        if (rules.changedBy().isEmpty()) {
            return null;
        }
        List<String> lines = text.lines().toList();
        int size = lines.size();
        Stream<String> searched = size <= 2 * LINES_AT_EITHER_END
                ? lines.stream()
                : Stream.concat(
                        lines.stream().limit(LINES_AT_EITHER_END),
                        lines.stream().skip(size - LINES_AT_EITHER_END));
        return searched.flatMap(line -> ConfigurationChange.in(line, rules).stream())
                .findFirst()
                .orElse(null);
    }
}
