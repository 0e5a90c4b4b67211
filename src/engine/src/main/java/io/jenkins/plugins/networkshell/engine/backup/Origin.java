package io.jenkins.plugins.networkshell.engine.backup;

import io.jenkins.plugins.networkshell.engine.text.Position;
import java.io.Serializable;
import java.util.List;

/**
 * Where a value of a device comes from.
 *
 * @param at the file and line; of line 0 when the value is in no file
 * @param level the level at which it is set: {@code defaults}, {@code group branch}, {@code device}
 * @param variables the environment variables it was built from
 */
public record Origin(Position at, String level, List<String> variables) implements Serializable {
    private static final long serialVersionUID = 1L;

    public Origin {
        variables = List.copyOf(variables);
    }

    public static Origin of(Position at, String level) {
        return new Origin(at, level, List.of());
    }

    /** {@code devices.yaml, line 3 (group branch, from $SITE_DOMAIN)}. */
    @Override
    public String toString() {
        String from = variables.isEmpty() ? "" : ", from $" + String.join(", $", variables);
        return at + " (" + level + from + ")";
    }
}
