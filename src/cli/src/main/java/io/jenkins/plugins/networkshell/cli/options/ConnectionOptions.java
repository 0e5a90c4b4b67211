package io.jenkins.plugins.networkshell.cli.options;

import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import io.jenkins.plugins.networkshell.cli.terminal.Incomplete;
import io.jenkins.plugins.networkshell.cli.terminal.ListenerAtTerminal;
import io.jenkins.plugins.networkshell.cli.terminal.LoginQuestions;
import io.jenkins.plugins.networkshell.cli.terminal.Messages;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.ssh.event.SshLog;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.text.Durations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options for a device and verbosity, for commands that need a connection but no shell. */
public final class ConnectionOptions {
    @Mixin
    private TargetOptions target;

    @Option(names = SshLogFile.OPTION, paramLabel = "FILE", description = SshLogFile.DESCRIPTION)
    private Path sshLog;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print only warnings and errors on standard error.")
    private boolean quiet;

    @Option(names = "--verbose", description = "Print more messages, and the stack trace of errors.")
    private boolean verbose;

    /** The work on the connection. */
    public interface Work {
        /** @return the exit code */
        int on(SshConnection connection) throws IOException;
    }

    public LimitOptions limits() {
        return target.limits();
    }

    public boolean isQuiet() {
        return quiet;
    }

    public boolean isVerbose() {
        return verbose;
    }

    /** Connects, works, and always closes the connection. */
    public int connected(Environment environment, Work work) throws IOException {
        return connected(environment, target(environment), work);
    }

    /** The device that the options name. */
    public Target target(Environment environment) throws NetworkShellException {
        return target.target(environment);
    }

    /** Like the first method, for a known device. */
    public int connected(Environment environment, Target device, Work work) throws IOException {
        Messages messages = new Messages(environment.err(), environment.colour());
        try (Incomplete incomplete = new Incomplete(messages);
                SshLog log = SshLogFile.open(sshLog, incomplete);
                SshConnection connection = SshConnection.open(
                        device,
                        new Told(messages, verbose, new LoginQuestions(environment.passwordPrompt())),
                        environment.cancellation(),
                        log)) {
            if (verbose) {
                messages.info("Logged in on " + device + " after "
                        + Durations.text(Duration.ofMillis(connection.connectMillis())) + " ("
                        + connection.serverVersion() + ")");
                messages.info("Host key " + connection.hostKey().type() + " "
                        + connection.hostKey().fingerprint());
                messages.info("Using " + connection.algorithmsInUse());
            }
            return work.on(connection);
        }
    }

    /** Reports important messages. */
    private record Told(Messages messages, boolean verbose, LoginQuestions questions) implements ListenerAtTerminal {
        @Override
        public void banner(String text) {
            if (verbose) {
                messages.info(text.stripTrailing());
            }
        }

        @Override
        public void warning(String message) {
            messages.warning(message);
        }

        @Override
        public void retrying(String message) {
            messages.warning(message);
        }
    }
}
