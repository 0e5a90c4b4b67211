package io.jenkins.plugins.networkshell.parameter;

import hudson.Util;
import io.jenkins.plugins.networkshell.config.DurationText;
import io.jenkins.plugins.networkshell.engine.terminal.DeviceCharset;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * What the user wrote in the parameters of a step, with build variables replaced.
 *
 * @param variables replaces them
 */
public record ParameterText(UnaryOperator<String> variables) {
    /** Null for empty. */
    public String of(String text) {
        return Util.fixEmptyAndTrim(text == null ? null : variables.apply(text));
    }

    /** As it is, blanks and all; empty for null. */
    public String whole(String text) {
        return variables.apply(Util.fixNull(text));
    }

    /**
     * Null where nothing was written.
     *
     * @throws IllegalArgumentException when Java knows none of that name, in one sentence
     */
    public Charset charset(String text) {
        String name = of(text);
        try {
            return name == null ? null : DeviceCharset.named(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Messages.ParameterText_Charset(name), e);
        }
    }

    /** Null where nothing was written. */
    public Duration duration(String text) {
        String expanded = of(text);
        return expanded == null ? null : DurationText.parse(expanded);
    }
}
