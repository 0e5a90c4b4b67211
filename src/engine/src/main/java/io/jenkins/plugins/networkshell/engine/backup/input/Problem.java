package io.jenkins.plugins.networkshell.engine.backup.input;

import io.jenkins.plugins.networkshell.engine.text.Position;
import java.io.Serializable;
import java.util.Objects;

/**
 * One mistake in an inventory.
 *
 * @param field its path, for instance {@code devices[3].port}; empty if it is not a single field
 * @param what continues a sentence that begins with the field: {@code is missing}
 * @param allowed completes {@code allowed: …}
 */
public record Problem(Position at, String field, String what, String allowed) implements Serializable {
    private static final long serialVersionUID = 1L;

    public Problem {
        Objects.requireNonNull(at);
        Objects.requireNonNull(field);
        Objects.requireNonNull(what);
        Objects.requireNonNull(allowed);
    }

    /** One sentence: {@code devices.yaml, line 7: 'devices[3].port' is 70000; allowed: …}. */
    public String sentence() {
        return at + ": " + (field.isEmpty() ? "" : "'" + field + "' ") + what + "; allowed: " + allowed + ".";
    }
}
