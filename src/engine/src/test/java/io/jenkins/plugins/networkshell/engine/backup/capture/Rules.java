package io.jenkins.plugins.networkshell.engine.backup.capture;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.backup.ConfigurationRules;
import java.util.List;
import java.util.stream.Stream;

/** Rules for tests. */
final class Rules {
    private Rules() {}

    static ConfigurationRules of(String end, List<String> volatileLines, List<String> secrets) {
        return new ConfigurationRules(
                "startup",
                "show startup-config",
                end == null ? null : Pattern.compile(end),
                patterns("^% ?Invalid input", "(?i)^error:"),
                compiled(volatileLines),
                compiled(secrets),
                patterns("^! Last configuration change at (?P<when>.+?)(?: by (?P<user>\\S+))?$"),
                true);
    }

    private static List<Pattern> patterns(String... patterns) {
        return Stream.of(patterns).map(Pattern::compile).toList();
    }

    private static List<Pattern> compiled(List<String> patterns) {
        return patterns.stream().map(Pattern::compile).toList();
    }
}
