package io.jenkins.plugins.networkshell.engine.backup.capture;

import io.jenkins.plugins.networkshell.engine.platform.ConfigurationChange;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Configuration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds in a configuration's own text who changed it last. */
public final class LastChange {
    /** Such lines are in the header or the footer; a configuration of 100,000 lines need not be searched as a whole. */
    private static final int LINES_AT_EITHER_END = 200;

    private LastChange() {}

    /** @return null if the text does not say; otherwise what the first line says that does */
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
        return searched.map(rules::change).flatMap(Optional::stream).findFirst().orElse(null);
    }
}
