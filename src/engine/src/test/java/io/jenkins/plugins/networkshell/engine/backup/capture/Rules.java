package io.jenkins.plugins.networkshell.engine.backup.capture;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import io.jenkins.plugins.networkshell.engine.platform.configuration.LinePatterns;
import java.util.List;
import java.util.stream.Stream;

/** Rules for tests. */
final class Rules {
    private Rules() {}

    static Configuration of(String end, List<String> volatileLines, List<String> secrets) {
        return new Configuration(
                "startup",
                List.of("show startup-config"),
                end == null ? null : Pattern.compile(end),
                new LinePatterns(
                        compiled(volatileLines),
                        compiled(secrets),
                        List.of(),
                        patterns("^% ?Invalid input", "(?i)^error:"),
                        patterns("^! Last configuration change at (?P<when>.+?)(?: by (?P<user>\\S+))?$")));
    }

    private static List<Pattern> patterns(String... patterns) {
        return Stream.of(patterns).map(Pattern::compile).toList();
    }

    private static List<Pattern> compiled(List<String> patterns) {
        return patterns.stream().map(Pattern::compile).toList();
    }
}
