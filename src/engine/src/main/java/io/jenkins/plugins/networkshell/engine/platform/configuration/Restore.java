package io.jenkins.plugins.networkshell.engine.platform.configuration;

import com.google.re2j.Pattern;
import java.io.Serializable;
import java.util.List;

/**
 * A form of the configuration that a device loads unchanged, kept beside the readable one.
 *
 * @param command prints it
 * @param end the last line of a complete one; null if the device prints no such mark
 * @param suffix the file is {@code <name>.<suffix>.cfg}
 * @param before commands that choose this form, typed first
 * @param mode the only mode in which the device accepts {@code command}; null for any
 */
public record Restore(String command, Pattern end, String suffix, List<String> before, String mode)
        implements Serializable {
    public Restore {
        before = List.copyOf(before);
    }
}
