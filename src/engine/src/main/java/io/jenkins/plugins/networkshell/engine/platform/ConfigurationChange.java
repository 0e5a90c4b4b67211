package io.jenkins.plugins.networkshell.engine.platform;

import com.google.re2j.Matcher;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import io.jenkins.plugins.networkshell.engine.platform.derived.Derivation;
import io.jenkins.plugins.networkshell.engine.platform.pattern.PatternSet;
import java.io.Serializable;
import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who changed a configuration last, and when, in the device's own words.
 *
 * @param user null if the device does not say
 * @param when null if the device does not say
 */
public record ConfigurationChange(String user, String when) implements Serializable {
    static final String USER = "user";
    static final String WHEN = "when";

    private static final Derivation<Configuration, PatternSet> SIGNS =
            new Derivation<>(rules -> new PatternSet(rules.changedBy()));

    /** For display: {@code admin, 2026-11-27 18:03:42+08:00}. */
    public String text() {
        return Stream.of(user, when).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    /** Who changed the configuration last, if {@code line} of it says so. */
    public static Optional<ConfigurationChange> in(String line, Configuration rules) {
        PatternSet patterns = rules.derive(SIGNS);
        BitSet candidates = patterns.candidates(line);
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            Matcher matcher = patterns.patterns().get(i).matcher(line);
            if (matcher.find()) {
                return Optional.of(new ConfigurationChange(group(matcher, USER), group(matcher, WHEN)));
            }
        }
        return Optional.empty();
    }

    private static String group(Matcher matcher, String name) {
        return matcher.pattern().namedGroups().containsKey(name) ? matcher.group(name) : null;
    }
}
