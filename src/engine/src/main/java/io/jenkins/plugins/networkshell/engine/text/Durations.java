package io.jenkins.plugins.networkshell.engine.text;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formats durations for sentences, and parses durations in options and forms. */
public final class Durations {
    private static final Pattern PART = Pattern.compile("(\\d{1,9})\\s*(ms|s|min|m|h)\\s*");
    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    private Durations() {}

    /** For instance {@code 250 ms}, {@code 1.5 s}, {@code 90 s}, {@code 10 min}, {@code 5 min 3 s}, {@code 1 h 5 min}. */
    public static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis < SECOND) {
            return millis + " ms";
        }
        if (millis > HOUR) {
            Duration rounded = Duration.ofMinutes((millis + MINUTE / 2) / MINUTE);
            return parts(rounded.toHours(), "h", rounded.toMinutesPart(), "min");
        }
        if (millis % MINUTE == 0) {
            return millis / MINUTE + " min";
        }
        if (millis >= 2 * MINUTE) {
            Duration rounded = Duration.ofSeconds((millis + SECOND / 2) / SECOND);
            return parts(rounded.toMinutes(), "min", rounded.toSecondsPart(), "s");
        }
        return millis % SECOND == 0 ? millis / SECOND + " s" : String.format(Locale.ROOT, "%.1f s", millis / 1e3);
    }

    private static String parts(long number, String unit, int rest, String smaller) {
        return number + " " + unit + (rest == 0 ? "" : " " + rest + " " + smaller);
    }

    /**
     * Reads {@code 250ms}, {@code 30s}, {@code 10m}, {@code 10min}, {@code 1h} and {@code 1h30m}, in any letter case.
     *
     * @return empty if the text has another form or the duration is zero
     */
    public static Optional<Duration> parse(String text) {
        String rest = text.strip().toLowerCase(Locale.ROOT);
        Matcher part = PART.matcher(rest);
        Duration sum = Duration.ZERO;
        int end = 0;
        while (end < rest.length() && part.find(end) && part.start() == end) {
            sum = sum.plus(of(Long.parseLong(part.group(1)), part.group(2)));
            end = part.end();
        }
        return end < rest.length() || sum.isZero() ? Optional.empty() : Optional.of(sum);
    }

    private static Duration of(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofMinutes(number);
        };
    }

    /** The shortest text that {@link #parse} reads as the duration, for instance {@code 1h30m}. */
    public static String compact(Duration duration) {
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
}
