package io.jenkins.plugins.networkshell.engine.platform;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.platform.pattern.PatternSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Replaces what is secret in configuration text by {@value #MASK}, line by line, as the platform's definition says:
 * every group of a pattern whose name begins with {@code secret}, or the whole match if there is none.
 *
 * <p>Immutable and thread-safe. Needs no memory beyond the line at hand, and one pass over a line in which nothing looks
 * like a secret, however many patterns there are.
 */
public final class SecretRedactor {
    /** What stands in the place of a secret. */
    public static final String MASK = "****";

    private static final String GROUP = "secret";

    private final List<Rule> rules;
    private final PatternSet patterns;

    public SecretRedactor(Collection<Pattern> secrets) {
        rules = new LinkedHashSet<>(secrets).stream().map(Rule::of).toList();
        patterns = new PatternSet(rules.stream().map(Rule::pattern).toList());
    }

    /** Knows the secrets of all configurations of a platform: other commands print parts of them, too. */
    public static SecretRedactor of(Platform platform) {
        return new SecretRedactor(platform.secrets());
    }

    /** Knows the secrets of another platform, too. */
    public SecretRedactor and(Platform other) {
        Set<Pattern> secrets = new LinkedHashSet<>();
        rules.forEach(rule -> secrets.add(rule.pattern()));
        secrets.addAll(other.secrets());
        return new SecretRedactor(secrets);
    }

    /** @param line one line, without its line end */
    public String redact(String line) {
        return redact(line, secret -> MASK, rule -> {});
    }

    /**
     * @param line one line, without its line end
     * @param replacement what stands in the place of a secret. One pattern after the other is applied to what the ones
     *     before left, so that a later one may be given text that holds replacements.
     */
    public String redact(String line, UnaryOperator<String> replacement) {
        return redact(line, replacement, rule -> {});
    }

    /** @param tried hears of each pattern that is searched */
    String redact(String line, UnaryOperator<String> replacement, Consumer<Pattern> tried) {
        String text = line;
        BitSet candidates = patterns.candidates(text);
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            tried.accept(rules.get(i).pattern());
            String redacted = rules.get(i).redact(text, replacement);
            if (!redacted.equals(text)) {
                // The next patterns see what this one left.
                text = redacted;
                candidates = patterns.candidates(text);
            }
        }
        return text;
    }

    /**
     * @param groups the numbers of the groups that hold secrets; 0 alone for the whole match
     */
    private record Rule(Pattern pattern, List<Integer> groups) {
        static Rule of(Pattern pattern) {
            List<Integer> groups = new ArrayList<>();
            pattern.namedGroups().forEach((name, number) -> {
                if (name.startsWith(GROUP)) {
                    groups.add(number);
                }
            });
            groups.sort(null);
            return new Rule(pattern, groups.isEmpty() ? List.of(0) : List.copyOf(groups));
        }

        String redact(String line, UnaryOperator<String> replacement) {
            Matcher matcher = pattern.matcher(line);
            if (!matcher.find()) {
                return line;
            }
            StringBuilder text = new StringBuilder(line.length());
            int copied = 0;
            do {
                for (int group : groups) {
                    int start = matcher.start(group);
                    // An alternative that did not take part has no place; a group inside another is masked with it.
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
}
