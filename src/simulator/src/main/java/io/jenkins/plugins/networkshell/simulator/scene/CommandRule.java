package io.jenkins.plugins.networkshell.simulator.scene;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One command that a device knows. Exactly one of {@code exact} and {@code pattern} is set. Immutable.
 *
 * @param exact the command; case and runs of blanks do not matter; {@code ^Z} is the key Ctrl-Z
 * @param pattern must match the whole line; its groups are placeholders, {@code ${1}} or {@code ${name}}
 * @param modes where it is known; empty: everywhere
 * @param when device variables that must have these values
 * @param times how often the rule applies per device, {@link Integer#MAX_VALUE}: always; later rules take over then
 * @param reply what it does
 */
public record CommandRule(
        String exact, Pattern pattern, List<String> modes, Map<String, String> when, int times, Reply reply) {
    public CommandRule {
        Objects.requireNonNull(reply, "reply");
        if ((exact == null) == (pattern == null)) {
            throw new IllegalArgumentException("either exact or pattern must be given");
        }
        exact = exact == null ? null : normal(exact);
        modes = List.copyOf(modes);
        when = Map.copyOf(when);
    }

    public static CommandRule exact(String command, Reply reply) {
        return new CommandRule(command, null, List.of(), Map.of(), Integer.MAX_VALUE, reply);
    }

    public static CommandRule pattern(String regex, Reply reply) {
        return new CommandRule(null, Pattern.compile(regex), List.of(), Map.of(), Integer.MAX_VALUE, reply);
    }

    public CommandRule in(String... modeNames) {
        return new CommandRule(exact, pattern, List.of(modeNames), when, times, reply);
    }

    public CommandRule when(String variable, String value) {
        return new CommandRule(exact, pattern, modes, Map.of(variable, value), times, reply);
    }

    public CommandRule times(int uses) {
        return new CommandRule(exact, pattern, modes, when, uses, reply);
    }

    /** A line as rules compare it. */
    public static String normal(String line) {
        return line.strip().replaceAll("\\s+", " ").toLowerCase(java.util.Locale.ROOT);
    }
}
