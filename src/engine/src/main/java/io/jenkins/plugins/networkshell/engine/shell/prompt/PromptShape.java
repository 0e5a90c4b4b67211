package io.jenkins.plugins.networkshell.engine.shell.prompt;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stays the same between two sightings of one prompt. Prompts contain counters ({@code X440.3 #}), the time
 * ({@code [10:00:27] r1>}), the exit status or the branch; the text around that is the prompt.
 *
 * <p>Immutable and thread-safe.
 */
final class PromptShape {
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    /** How long a changing word or symbol in a prompt may be. */
    private static final String CHANGING_TEXT = ".{0,64}";
    /** With fewer fixed characters than this, a shape matches too many lines of output. */
    private static final int FEWEST_FIXED = 3;

    private final Pattern pattern;

    private PromptShape(String regex) {
        pattern = Pattern.compile("(?s)" + regex);
    }

    /** The shape of two prompts that differ only in their numbers; empty if they differ in more, or not at all. */
    static Optional<PromptShape> ofNumbers(String one, String other) {
        if (one.equals(other) || !withoutNumbers(one).equals(withoutNumbers(other))) {
            return Optional.empty();
        }
        List<String> oneNumbers = numbers(one);
        List<String> otherNumbers = numbers(other);
        StringBuilder regex = new StringBuilder();
        Matcher matcher = DIGITS.matcher(one);
        int copied = 0;
        for (int i = 0; matcher.find(); i++) {
            regex.append(Pattern.quote(one.substring(copied, matcher.start())));
            regex.append(oneNumbers.get(i).equals(otherNumbers.get(i)) ? oneNumbers.get(i) : "\\d+");
            copied = matcher.end();
        }
        return Optional.of(new PromptShape(regex + Pattern.quote(one.substring(copied))));
    }

    /**
     * The shape of two consecutive prompts: whatever differs may change again. Empty if they have too little in common,
     * or are equal.
     */
    static Optional<PromptShape> of(String one, String other) {
        Optional<PromptShape> counting = ofNumbers(one, other);
        if (counting.isPresent() || one.equals(other) || one.isEmpty() || other.isEmpty()) {
            return counting;
        }
        int shorter = Math.min(one.length(), other.length());
        int start = 0;
        while (start < shorter && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        String fixedEnd = one.substring(one.length() - end);
        if (fixedEnd.isBlank() || start + end < FEWEST_FIXED) {
            return Optional.empty();
        }
        return Optional.of(
                new PromptShape(Pattern.quote(one.substring(0, start)) + CHANGING_TEXT + Pattern.quote(fixedEnd)));
    }

    boolean fits(String line) {
        return pattern.matches(line);
    }

    /** The text with every number replaced by {@code 0}: equal for all prompts that differ only in a counter. */
    static String withoutNumbers(String text) {
        return DIGITS.matcher(text).replaceAll("0");
    }

    private static List<String> numbers(String text) {
        List<String> numbers = new ArrayList<>();
        Matcher matcher = DIGITS.matcher(text);
        while (matcher.find()) {
            numbers.add(matcher.group());
        }
        return numbers;
    }
}
