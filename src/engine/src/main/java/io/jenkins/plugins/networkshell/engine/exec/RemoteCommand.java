package io.jenkins.plugins.networkshell.engine.exec;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * What is to be run on the device, and with what. Immutable but for the input, which can be read once only.
 *
 * @param command as the account's login shell reads it
 * @param pty a terminal for it, or null for none (the default); with one, errors join the output, lines end with
 *     {@code \r\n}, and closing the channel hangs the command up
 * @param environment offered variables; servers take only what their configuration allows and say nothing about the rest
 * @param input what the command reads, or null for nothing (the default: it meets the end of its input at once). It is
 *     read on a thread of its own and not closed
 * @param timeout for the command as a whole, or null (the default) for the target's {@code Limits.command}; either way it
 *     ends with {@code Limits.session}, counted from the command's start
 * @param silence the longest time without a byte from the command, or null (the default) for no such limit: many
 *     commands work long and say nothing
 * @param sudoPassword typed when {@code sudo} asks for it, or null. Unless the command says {@code sudo -S}, it needs a
 *     terminal to ask at. Excludes {@code input}: sudo may or may not ask, and would take the input for its answer
 */
public record RemoteCommand(
        String command,
        Pty pty,
        Map<String, String> environment,
        InputStream input,
        Duration timeout,
        Duration silence,
        Secret sudoPassword) {
    public RemoteCommand {
        Objects.requireNonNull(command, "command");
        environment = Map.copyOf(environment);
        if (command.isBlank()) {
            throw new IllegalArgumentException("The command is empty.");
        }
        if (input != null && sudoPassword != null) {
            throw new IllegalArgumentException("A command with a password for sudo can't have input as well.");
        }
    }

    public static RemoteCommand of(String command) {
        return new RemoteCommand(command, null, Map.of(), null, null, null, null);
    }

    public RemoteCommand withPty(Pty terminal) {
        return new RemoteCommand(command, terminal, environment, input, timeout, silence, sudoPassword);
    }

    public RemoteCommand withEnvironment(Map<String, String> variables) {
        return new RemoteCommand(command, pty, variables, input, timeout, silence, sudoPassword);
    }

    public RemoteCommand withInput(InputStream stream) {
        return new RemoteCommand(command, pty, environment, stream, timeout, silence, sudoPassword);
    }

    public RemoteCommand withTimeout(Duration limit) {
        return new RemoteCommand(command, pty, environment, input, limit, silence, sudoPassword);
    }

    public RemoteCommand withSilence(Duration limit) {
        return new RemoteCommand(command, pty, environment, input, timeout, limit, sudoPassword);
    }

    public RemoteCommand withSudoPassword(Secret password) {
        return new RemoteCommand(command, pty, environment, input, timeout, silence, password);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return command;
    }
}
