package io.jenkins.plugins.networkshell.cli.backup;

import io.jenkins.plugins.networkshell.engine.text.Durations;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses {@code 7d}, {@code 12h} and {@code 2026-11-27} as the start of a period. */
final class SinceConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
        if (text.matches("[1-9][0-9]{0,4}d")) {
            return Instant.now().minus(Duration.ofDays(Long.parseLong(text.substring(0, text.length() - 1))));
        }
        return Durations.parse(text)
                .map(duration -> Instant.now().minus(duration))
                .orElseGet(() -> day(text));
    }

    private static Instant day(String text) {
        try {
            return LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "'" + text + "' is not a time; allowed: days (7d), hours (12h), or a day (2026-11-27).");
        }
    }
}
