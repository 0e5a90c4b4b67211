package io.jenkins.plugins.networkshell.cli.options;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 500ms}, {@code 10s}, {@code 2m} and {@code 1h}. */
public final class DurationConverter implements ITypeConverter<Duration> {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    @Override
    public Duration convert(String text) {
        Matcher matcher = DURATION.matcher(text.strip());
        if (!matcher.matches()) {
            throw wrong(text);
        }
        long count = Long.parseLong(matcher.group(1));
        if (count == 0) {
            throw wrong(text);
        }
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }

    private static TypeConversionException wrong(String text) {
        return new TypeConversionException("'" + text
                + "' is no duration; allowed: a number above zero and one of the units ms, s, m, h, for instance 500ms,"
                + " 10s, 2m or 1h.");
    }
}
