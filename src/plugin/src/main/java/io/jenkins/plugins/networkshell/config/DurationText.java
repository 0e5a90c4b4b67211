package io.jenkins.plugins.networkshell.config;

import hudson.Util;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 250ms}, {@code 30s}, {@code 10m}, {@code 1h}, {@code 1h30m}. */
public final class DurationText {
    private static final Pattern PART = Pattern.compile("(\\d{1,9})\\s*(ms|s|min|m|h)\\s*");
    private static final Duration LONGEST = Duration.ofDays(7);

    private DurationText() {}

    /** @throws IllegalArgumentException says what is allowed */
    public static Duration parse(String text) {
        String rest = Util.fixNull(text).strip().toLowerCase(Locale.ROOT);
        Matcher part = PART.matcher(rest);
        Duration sum = Duration.ZERO;
        int end = 0;
        while (end < rest.length() && part.find(end) && part.start() == end) {
            sum = sum.plus(of(Long.parseLong(part.group(1)), part.group(2)));
            end = part.end();
        }
        if (end == 0 || end < rest.length() || sum.isZero() || sum.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(Messages.DurationText_Invalid(text));
        }
        return sum;
    }

    /** The shortest text that {@link #parse} reads as the duration, for instance {@code 1h30m}. */
    public static String format(Duration duration) {
        StringBuilder text = new StringBuilder();
        append(text, duration.toHours(), "h");
        append(text, duration.toMinutesPart(), "m");
        append(text, duration.toSecondsPart(), "s");
        append(text, duration.toMillisPart(), "ms");
        return text.toString();
    }

    private static void append(StringBuilder text, long number, String unit) {
        if (number > 0) {
            text.append(number).append(unit);
        }
    }

    private static Duration of(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofMinutes(number);
        };
    }
}
