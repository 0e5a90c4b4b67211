package io.jenkins.plugins.networkshell.engine.exec;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * A command to run on the device, with its settings. Immutable except for the input, which can be read only once.
 *
 * @param command interpreted by the account's login shell
 * @param pty a terminal for it, or null for none (the default); with one, errors join the output, lines end with
 *     {@code \r\n}, and closing the channel hangs the command up
 * @param environment offered variables; servers accept only those that their configuration allows and silently ignore
 *     the rest
 * @param input what the command reads, or null for nothing (the default: end of input at once). It is read on a
 *     separate thread and not closed
 * @param timeout for the whole command, or null (the default) for the target's {@code Limits.command}; either way it
 *     ends with {@code Limits.session}, counted from the command's start
 * @param silence the longest time without a byte from the command, or null (the default) for no such limit, because
 *     many commands work silently for a long time
 * @param sudoPassword typed when {@code sudo} asks for it, or null. Unless the command contains {@code sudo -S}, sudo
 *     needs a terminal to ask. Excludes {@code input}, because sudo may or may not ask and would read the input as its
 *     answer
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
