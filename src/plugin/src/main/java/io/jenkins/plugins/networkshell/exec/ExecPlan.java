package io.jenkins.plugins.networkshell.exec;

import io.jenkins.plugins.networkshell.connection.ConnectionPlan;
import io.jenkins.plugins.networkshell.connection.DevicePlan;
import io.jenkins.plugins.networkshell.console.ConsoleStyle;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.exec.RemoteCommand;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.terminal.DeviceCharset;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A command, made on the controller and sent to the machine where the step runs. Prints without secrets.
 *
 * @param terminal whether the command gets a terminal
 * @param input what it reads, or null for nothing
 * @param timeout for the command as a whole
 * @param silence the longest time without a byte, or null for no such limit
 * @param encoding of input and output
 * @param folder where files may be written, on that machine; null for none
 */
public record ExecPlan(
        ConnectionPlan connection,
        String command,
        boolean terminal,
        Map<String, String> environment,
        String input,
        Duration timeout,
        Duration silence,
        String encoding,
        String folder,
        ConsoleStyle console)
        implements DevicePlan {
    private static final long serialVersionUID = 1L;

    public ExecPlan {
        environment = Map.copyOf(environment);
    }

    @Override
    public List<Secret> secrets() {
        return connection.secrets();
    }

    Charset charset() {
        return DeviceCharset.named(encoding);
    }

    RemoteCommand remoteCommand() {
        return RemoteCommand.of(command)
                .withPty(terminal ? Pty.DEFAULT : null)
                .withEnvironment(environment)
                .withInput(input == null ? null : new ByteArrayInputStream(input.getBytes(charset())))
                .withTimeout(timeout)
                .withSilence(silence)
                .withSudoPassword(connection.privilege());
    }
}
