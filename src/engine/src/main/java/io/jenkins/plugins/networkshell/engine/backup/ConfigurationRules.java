package io.jenkins.plugins.networkshell.engine.backup;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Configuration;
import java.io.Serializable;
import java.util.List;

/**
 * How the text of one configuration is to be read, from the definition of the platform. Immutable.
 *
 * @param name {@code startup}, {@code running}, or the suffix of a restorable form
 * @param command what prints it
 * @param end matches the last line of a complete one; null if the platform prints no such mark
 * @param errors a match in one of the first lines that are not blank means that the text is an error message
 * @param volatileLines lines that change without meaning. A pattern with groups named {@code volatile…} means only the
 *     text of these groups, and otherwise the whole line.
 * @param secrets what is secret: every group named {@code secret…}, or the whole match if there is none
 * @param changedBy finds who changed it last, in groups named {@code user} and {@code when}; the first match counts
 * @param ordered false if the order of top-level sections and lines means nothing
 */
public record ConfigurationRules(
        String name,
        String command,
        Pattern end,
        List<Pattern> errors,
        List<Pattern> volatileLines,
        List<Pattern> secrets,
        List<Pattern> changedBy,
        boolean ordered)
        implements Serializable {
    public ConfigurationRules {
        errors = List.copyOf(errors);
        volatileLines = List.copyOf(volatileLines);
        secrets = List.copyOf(secrets);
        changedBy = List.copyOf(changedBy);
    }

    /** Rules without patterns, for text of which nothing is known. */
    public static ConfigurationRules plain(String name, String command) {
        return new ConfigurationRules(name, command, null, List.of(), List.of(), List.of(), List.of(), true);
    }

    /** @param configuration one of the platform's */
    public static ConfigurationRules of(Platform platform, Configuration configuration) {
        return new ConfigurationRules(
                configuration.name(),
                configuration.commands().get(0),
                configuration.end(),
                platform.failures(),
                configuration.volatileLines(),
                configuration.secrets(),
                List.of(),
                true);
    }
}
