package io.jenkins.plugins.networkshell.engine.platform;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Who changed a configuration last, and when, in the device's own words.
 *
 * @param user null where the device does not say
 * @param when null where the device does not say
 */
public record ConfigurationChange(String user, String when) implements Serializable {
    static final String USER = "user";
    static final String WHEN = "when";

    /** What the first of {@code patterns} that is found in {@code line} says. */
    static Optional<ConfigurationChange> in(String line, List<Pattern> patterns) {
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(line);
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
