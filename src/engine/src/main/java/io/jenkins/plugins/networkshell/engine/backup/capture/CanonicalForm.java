package io.jenkins.plugins.networkshell.engine.backup.capture;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The form in which two captures are compared: without volatile lines, without blanks at the ends of lines, without
 * blank lines at the beginning and the end. Immutable and thread-safe.
 *
 * <p>A volatile pattern with groups named {@code volatile…} keeps the line and replaces only the text of these groups
 * with {@value #PLACEHOLDER}. Huawei VRP encrypts the same password differently each time it shows it, but the rest of
 * such a line is meaningful.
 */
public final class CanonicalForm {
    /** Replaces the volatile part of a line. */
    public static final String PLACEHOLDER = "<volatile>";

    private static final String GROUP = "volatile";

    private final List<Pattern> lines = new ArrayList<>();
    private final List<Pattern> parts = new ArrayList<>();

    public CanonicalForm(Configuration rules) {
        for (Pattern pattern : rules.volatileLines()) {
            boolean part = pattern.namedGroups().keySet().stream().anyMatch(name -> name.startsWith(GROUP));
            (part ? parts : lines).add(pattern);
        }
    }

    /** @param text lines that end with {@code \n}, {@code \r\n} or the text */
    public List<String> lines(String text) {
        List<String> result = new ArrayList<>();
        text.lines().map(String::stripTrailing).forEach(line -> {
            boolean leadingBlank = line.isEmpty() && result.isEmpty();
            if (!leadingBlank && !isVolatile(line)) {
                result.add(withoutVolatileParts(line));
            }
        });
        int end = result.size();
        while (end > 0 && result.get(end - 1).isEmpty()) {
            end--;
        }
        return List.copyOf(result.subList(0, end));
    }

    /** The lines as one text, each ended by {@code \n}. */
    public String text(String text) {
        StringBuilder joined = new StringBuilder(text.length());
        lines(text).forEach(line -> joined.append(line).append('\n'));
        return joined.toString();
    }

    private boolean isVolatile(String line) {
        return lines.stream().anyMatch(pattern -> pattern.matcher(line).find());
    }

    /** The line with placeholders for its volatile parts. */
    String withoutVolatileParts(String line) {
        String text = line;
        for (Pattern pattern : parts) {
            text = replaced(pattern, text);
        }
        return text;
    }

    private static String replaced(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        StringBuilder text = new StringBuilder();
        int copied = 0;
        List<Integer> groups = pattern.namedGroups().entrySet().stream()
                .filter(group -> group.getKey().startsWith(GROUP))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
        while (matcher.find()) {
            for (int group : groups) {
                if (matcher.start(group) >= copied && matcher.end(group) > matcher.start(group)) {
                    text.append(line, copied, matcher.start(group)).append(PLACEHOLDER);
                    copied = matcher.end(group);
                }
            }
        }
        return text.append(line, copied, line.length()).toString();
    }
}
