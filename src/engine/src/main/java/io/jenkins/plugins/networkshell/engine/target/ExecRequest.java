package io.jenkins.plugins.networkshell.engine.target;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One command on a separate channel (RFC 4254 section 6.5).
 *
 * @param command interpreted by the account's login shell
 * @param pty a terminal for it, or null for none (the default); with one, errors are on the same stream as output
 * @param environment offered one by one; servers accept only what their configuration allows and silently ignore the
 *     rest
 */
public record ExecRequest(String command, Pty pty, Map<String, String> environment) {
    public ExecRequest {
        Objects.requireNonNull(command);
        environment = Map.copyOf(new LinkedHashMap<>(environment));
    }

    public static ExecRequest of(String command) {
        return new ExecRequest(command, null, Map.of());
    }

    public ExecRequest withPty(Pty terminal) {
        return new ExecRequest(command, terminal, environment);
    }

    public ExecRequest withEnvironment(Map<String, String> variables) {
        return new ExecRequest(command, pty, variables);
    }
}
