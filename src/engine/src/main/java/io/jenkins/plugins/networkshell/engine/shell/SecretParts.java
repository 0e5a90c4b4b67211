package io.jenkins.plugins.networkshell.engine.shell;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;

/** The parts of a line that a platform's pattern calls secret. */
final class SecretParts {
    private SecretParts() {}

    static String masked(String text, Pattern pattern, String mask) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder result = new StringBuilder();
        int done = 0;
        while (matcher.find()) {
            boolean named = false;
            for (int group : secretGroups(pattern)) {
                if (matcher.start(group) >= done) {
                    result.append(text, done, matcher.start(group)).append(mask);
                    done = matcher.end(group);
                }
                named = true;
            }
            if (!named && matcher.end() > matcher.start() && matcher.start() >= done) {
                result.append(text, done, matcher.start()).append(mask);
                done = matcher.end();
            }
        }
        return result.append(text, done, text.length()).toString();
    }

    private static List<Integer> secretGroups(Pattern pattern) {
        return pattern.namedGroups().entrySet().stream()
                .filter(group -> group.getKey().startsWith("secret"))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }
}
