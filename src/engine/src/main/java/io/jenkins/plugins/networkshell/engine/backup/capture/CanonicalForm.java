package io.jenkins.plugins.networkshell.engine.backup.capture;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import io.jenkins.plugins.networkshell.engine.platform.derived.Derivation;
import io.jenkins.plugins.networkshell.engine.platform.pattern.GroupReplacement;
import io.jenkins.plugins.networkshell.engine.platform.pattern.PatternSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

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
    private static final Derivation<Configuration, CanonicalForm> OF =
            new Derivation<>(rules -> new CanonicalForm(rules.volatileLines()));

    private final PatternSet lines;
    private final List<GroupReplacement> parts;
    private final PatternSet partPatterns;

    private CanonicalForm(List<Pattern> volatileLines) {
        List<GroupReplacement> all = volatileLines.stream()
                .map(pattern -> GroupReplacement.ofNamed(pattern, GROUP))
                .toList();
        lines = new PatternSet(all.stream()
                .filter(part -> part.groups().isEmpty())
                .map(GroupReplacement::pattern)
                .toList());
        parts = all.stream().filter(part -> !part.groups().isEmpty()).toList();
        partPatterns =
                new PatternSet(parts.stream().map(GroupReplacement::pattern).toList());
    }

    /** The captures of all devices of a platform share it. */
    public static CanonicalForm of(Configuration rules) {
        return rules.derive(OF);
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

    private boolean isVolatile(String line) {
        BitSet candidates = lines.candidates(line);
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            if (lines.patterns().get(i).matcher(line).find()) {
                return true;
            }
        }
        return false;
    }

    /** The line with placeholders for its volatile parts. */
    String withoutVolatileParts(String line) {
        String text = line;
        BitSet candidates = partPatterns.candidates(text);
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            String replaced = parts.get(i).in(text, part -> PLACEHOLDER);
            if (!replaced.equals(text)) {
                // The next patterns see the result of this one.
                text = replaced;
                candidates = partPatterns.candidates(text);
            }
        }
        return text;
    }
}
