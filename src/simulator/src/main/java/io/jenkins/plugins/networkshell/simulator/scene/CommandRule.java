package io.jenkins.plugins.networkshell.simulator.scene;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A command of a device. Exactly one of {@code exact} and {@code pattern} is set. Immutable.
 *
 * @param exact the command, ignoring case and repeated blanks; {@code ^Z} is the key Ctrl-Z
 * @param pattern must match the whole line; its groups are placeholders, {@code ${1}} or {@code ${name}}
 * @param modes in which it exists; empty: all
 * @param when device variables and their required values
 * @param times how often the rule applies per device, {@link Integer#MAX_VALUE}: always; after that, later rules apply
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

    /** A line, normalized for comparison. */
    public static String normal(String line) {
        return line.strip().replaceAll("\\s+", " ").toLowerCase(java.util.Locale.ROOT);
    }
}
