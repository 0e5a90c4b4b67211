package io.jenkins.plugins.networkshell.engine.platform.pattern;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Replaces the text of some groups wherever a pattern is found.
 *
 * @param groups their numbers, ascending; 0 for the whole match
 */
public record GroupReplacement(Pattern pattern, List<Integer> groups) {
    /** Of all groups whose name begins with {@code prefix}; there may be none. */
    public static GroupReplacement ofNamed(Pattern pattern, String prefix) {
        return new GroupReplacement(
                pattern,
                pattern.namedGroups().entrySet().stream()
                        .filter(group -> group.getKey().startsWith(prefix))
                        .map(Map.Entry::getValue)
                        .sorted()
                        .toList());
    }

    /** @param replacement maps the text of a group to its replacement */
    public String in(String line, UnaryOperator<String> replacement) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.find()) {
            return line;
        }
        StringBuilder text = new StringBuilder(line.length());
        int copied = 0;
        do {
            for (int group : groups) {
                int start = matcher.start(group);
                // A group that did not take part in the match has no position; a group inside another is replaced
                // with it.
                if (start >= copied && matcher.end(group) > start) {
                    text.append(line, copied, start);
                    copied = matcher.end(group);
                    text.append(replacement.apply(line.substring(start, copied)));
                }
            }
        } while (matcher.find());
        return text.append(line, copied, line.length()).toString();
    }
}
