package io.jenkins.plugins.networkshell.cli.exec;

import io.jenkins.plugins.networkshell.cli.options.ConnectionOptions;
import io.jenkins.plugins.networkshell.cli.options.DurationConverter;
import io.jenkins.plugins.networkshell.cli.options.OutputFormat;
import io.jenkins.plugins.networkshell.cli.options.Secrets;
import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import io.jenkins.plugins.networkshell.cli.terminal.Messages;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.exec.ExecResult;
import io.jenkins.plugins.networkshell.engine.exec.ExecSession;
import io.jenkins.plugins.networkshell.engine.exec.ExecSink;
import io.jenkins.plugins.networkshell.engine.exec.RemoteCommand;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code exec}: runs one command without a shell's prompt, and exits with its status. */
@Command(
        name = "exec",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs one command on an exec channel, as 'ssh HOST COMMAND' does. What it prints goes to standard output and"
                    + " standard error while it arrives. Options come before the command.",
            "Ends with the command's exit status (128 and the signal's number after a signal), or, where it could not be"
                    + " run to its end, with one of the codes that 'run' has."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  network-shell exec --host backup@10.0.0.1 --key ~/.ssh/backup uptime",
            "  # with a variable, and input",
            "  network-shell exec --host ops@10.0.0.9 --agent --env LANG=C --stdin 'wc -l' < hosts.txt",
            "  # as root, with sudo's password from an environment variable",
            "  network-shell exec --host ops@10.0.0.9 --agent --sudo-password-env SUDO_PASSWORD 'sudo systemctl restart"
                    + " ntp'",
        })
public final class ExecCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private ConnectionOptions connection;

    @Option(
            names = "--pty",
            description = "Give the command a terminal: errors join the output, and it ends with the connection.")
    private boolean pty;

    @Option(
            names = "--env",
            paramLabel = "NAME[=VALUE]",
            description =
                    "A variable for the command; without a value, the one it has here. May be repeated. Servers take"
                            + " only those that they are configured for.")
    private List<String> variables = List.of();

    @Option(names = "--stdin", description = "Pass standard input to the command.")
    private boolean stdin;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "For the command as a whole. Default: that of --command-timeout, 10m; --session-timeout ends it as"
                            + " well.")
    private Duration timeout;

    @Option(
            names = "--sudo-password-env",
            paramLabel = "VAR",
            description =
                    "Environment variable that holds what to answer when sudo asks for a password; gives the command"
                            + " a terminal unless it says 'sudo -S'.")
    private String sudoVariable;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = OutputFormat.Words.class,
            completionCandidates = OutputFormat.Words.class,
            description = "text: the command's bytes as they arrive. json: one document at the end. Default: text.")
    private OutputFormat format = OutputFormat.TEXT;

    @Parameters(
            paramLabel = "COMMAND",
            arity = "1..*",
            description = "The command; several words are joined with blanks.")
    private List<String> words;

    public ExecCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        RemoteCommand command = command();
        ExecSink streams = ExecSink.to(environment.out(), new WatchedErrors(environment.err()));
        Target device = connection.target(environment);
        return format == OutputFormat.JSON
                ? document(device, command)
                : connection.connected(environment, device, open -> ended(new ExecSession(open).run(command, streams)));
    }

    /** Always prints a document, with everything received until the end. */
    private int document(Target device, RemoteCommand command) throws IOException {
        ExecDocument document = new ExecDocument(device, command.command());
        try {
            return connection.connected(environment, device, open -> {
                document.connected(open);
                ExecResult result = new ExecSession(open).run(command, document.sink());
                document.write(environment.out(), result);
                return ended(result);
            });
        } catch (NetworkShellException e) {
            document.write(environment.out(), e);
            throw e;
        }
    }

    private RemoteCommand command() {
        String text = String.join(" ", words);
        if (text.isBlank()) {
            throw new BadInputException("The command is empty.");
        }
        if (stdin && sudoVariable != null) {
            throw new BadInputException("--stdin and --sudo-password-env exclude each other: sudo reads its password"
                    + " where the input would come.");
        }
        RemoteCommand command = RemoteCommand.of(text)
                .withEnvironment(variables())
                .withTimeout(timeout)
                .withSilence(connection.limits().silenceIfGiven())
                .withInput(stdin ? environment.in() : null);
        boolean terminal = pty;
        if (sudoVariable != null) {
            command = command.withSudoPassword(
                    Secrets.ofVariable("--sudo-password-env", sudoVariable, environment.variables()));
            terminal |= !text.contains("sudo -S");
        }
        return terminal ? command.withPty(Pty.DEFAULT) : command;
    }

    private Map<String, String> variables() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String variable : variables) {
            int equals = variable.indexOf('=');
            String name = equals < 0 ? variable : variable.substring(0, equals);
            String value = equals < 0 ? environment.variables().get(name) : variable.substring(equals + 1);
            if (name.isEmpty() || value == null) {
                throw new BadInputException("--env " + variable
                        + " gives no variable; allowed: NAME=VALUE, or the NAME of a variable that is set here.");
            }
            all.put(name, value);
        }
        return all;
    }

    private int ended(ExecResult result) {
        if (result.failed() && !connection.isQuiet()) {
            new Messages(environment.err(), environment.colour()).info(ending(result));
        }
        return result.shellStatus();
    }

    private static String ending(ExecResult result) {
        return result.exitSignal()
                .map(signal -> "The command was ended by the signal " + signal + ".")
                .orElseGet(() -> "The command ended with status " + result.shellStatus() + ".");
    }
}
