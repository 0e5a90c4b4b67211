package io.jenkins.plugins.networkshell.cli.options;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;

/** Parses a duration, or {@code off}. */
final class KeepAliveConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        return text.equals("off") ? Duration.ZERO : new DurationConverter().convert(text);
    }
}
