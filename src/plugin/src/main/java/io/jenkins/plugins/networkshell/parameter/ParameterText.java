package io.jenkins.plugins.networkshell.parameter;

import hudson.Util;
import io.jenkins.plugins.networkshell.config.DurationText;
import io.jenkins.plugins.networkshell.engine.terminal.DeviceCharset;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * The text of a step's parameters, with build variables replaced.
 *
 * @param variables replaces them
 */
public record ParameterText(UnaryOperator<String> variables) {
    /** Null for empty. */
    public String of(String text) {
        return Util.fixEmptyAndTrim(text == null ? null : variables.apply(text));
    }

    /** The text unchanged, including blanks; empty for null. */
    public String whole(String text) {
        return variables.apply(Util.fixNull(text));
    }

    /**
     * Null if nothing was written.
     *
     * @throws IllegalArgumentException if Java knows no character set of that name, in one sentence
     */
    public Charset charset(String text) {
        String name = of(text);
        try {
            return name == null ? null : DeviceCharset.named(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Messages.ParameterText_Charset(name), e);
        }
    }

    /** Null if nothing was written. */
    public Duration duration(String text) {
        String expanded = of(text);
        return expanded == null ? null : DurationText.parse(expanded);
    }
}
