package io.jenkins.plugins.networkshell.cli.options;

import io.jenkins.plugins.networkshell.engine.text.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses {@code 500ms}, {@code 10s}, {@code 2m}, {@code 1h} and {@code 1h30m}. */
public final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        return Durations.parse(text)
                .orElseThrow(() -> new TypeConversionException("'" + text
                        + "' is not a duration; allowed: numbers above zero with the units ms, s, m, h, for instance"
                        + " 500ms, 10s, 2m or 1h30m."));
    }
}
