package io.jenkins.plugins.networkshell.engine.platform.configuration;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.platform.command.CommandForm;
import io.jenkins.plugins.networkshell.engine.platform.derived.Derivation;
import io.jenkins.plugins.networkshell.engine.platform.derived.DerivedValues;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * A configuration of a device, and how it is read.
 *
 * @param name {@code startup} or {@code running}
 * @param commands what prints it: the first, in full, is the one to send; the others are recognised too
 * @param mode the only mode in which the device accepts the commands; null if any mode works
 * @param end the last line of a complete one; null if the device prints no such mark
 * @param ordered whether the order of its lines and sections is significant
 * @param patterns what its lines mean
 * @param derived values computed once from all of this
 */
public record Configuration(
        String name,
        List<CommandForm> commands,
        String mode,
        Pattern end,
        boolean ordered,
        LinePatterns patterns,
        DerivedValues derived)
        implements Serializable {
    public Configuration(
            String name, List<CommandForm> commands, String mode, Pattern end, boolean ordered, LinePatterns patterns) {
        this(name, commands, mode, end, ordered, patterns, new DerivedValues());
    }

    /** For a device on which the order of lines is significant, and that accepts the commands in every mode. */
    public Configuration(String name, List<String> commands, Pattern end, LinePatterns patterns) {
        this(name, commands.stream().map(CommandForm::of).toList(), null, end, true, patterns);
    }

    /** What follows from this definition; computed once. */
    public <T> T derive(Derivation<Configuration, T> derivation) {
        return derived.get(derivation, this);
    }

    public List<Pattern> volatileLines() {
        return patterns.volatileLines();
    }

    public List<Pattern> secrets() {
        return patterns.secrets();
    }

    public List<SecretBlock> secretBlocks() {
        return patterns.secretBlocks();
    }

    public List<Pattern> errors() {
        return patterns.errors();
    }

    public List<Pattern> changedBy() {
        return patterns.changedBy();
    }

    /** How many non-blank lines of the output are searched for an error text. */
    public static final int ERROR_LINES = 20;

    /** The command to send. */
    public String command() {
        return commands.get(0).full();
    }

    /** Whether {@code command} prints this configuration: in full, or shortened as the device allows it. */
    public boolean matches(String command) {
        return commands.stream().anyMatch(form -> form.matches(command));
    }

    /**
     * The line that shows that the device returned an error instead of a configuration.
     *
     * @param lines of the output, from its beginning; lines after the first {@value #ERROR_LINES} non-blank ones
     *     are not read
     */
    public Optional<String> error(Iterable<String> lines) {
        int read = 0;
        for (String line : lines) {
            if (line.isBlank()) {
                continue;
            }
            if (read++ == ERROR_LINES) {
                return Optional.empty();
            }
            if (errors().stream().anyMatch(error -> error.matcher(line).find())) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }
}
