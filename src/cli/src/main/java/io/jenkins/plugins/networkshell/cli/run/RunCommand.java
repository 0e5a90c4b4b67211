package io.jenkins.plugins.networkshell.cli.run;

import io.jenkins.plugins.networkshell.cli.options.PlatformOptions;
import io.jenkins.plugins.networkshell.cli.options.TargetOptions;
import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import io.jenkins.plugins.networkshell.cli.terminal.ExitCode;
import io.jenkins.plugins.networkshell.cli.terminal.Incomplete;
import io.jenkins.plugins.networkshell.cli.terminal.LoginQuestions;
import io.jenkins.plugins.networkshell.cli.terminal.Messages;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.record.ChannelObserver;
import io.jenkins.plugins.networkshell.engine.record.Recorder;
import io.jenkins.plugins.networkshell.engine.session.DeviceSession;
import io.jenkins.plugins.networkshell.engine.session.SessionConnection;
import io.jenkins.plugins.networkshell.engine.session.SessionOutcome;
import io.jenkins.plugins.networkshell.engine.session.SessionScript;
import io.jenkins.plugins.networkshell.engine.session.SessionSettings;
import io.jenkins.plugins.networkshell.engine.shell.Command;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import io.jenkins.plugins.networkshell.engine.shell.ShellOptions;
import io.jenkins.plugins.networkshell.engine.ssh.event.SshLog;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run}: commands in a device's interactive shell. */
@CommandLine.Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Logs in on a device, runs commands in its interactive shell and prints what it answers, exactly: no echo, no"
                    + " prompt, no paging.",
            "Output goes to standard output while it arrives, everything else to standard error."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  # the startup configuration of a switch, in a file",
            "  network-shell run --host 10.0.0.1 --user backup --password-env NET_PASSWORD \\",
            "      'display saved-configuration' > core-sw1.cfg",
            "  # several commands, as JSON",
            "  network-shell run --host backup@10.0.0.1 --key ~/.ssh/backup --format json \\",
            "      'display version' 'display clock'",
            "  # a question of the device, answered",
            "  network-shell run --host backup@10.0.0.1 --answer 'delete .*\\?=y' 'delete old.zip'",
            "  # a command that reads more lines",
            "  network-shell run --host backup@10.0.0.1 --agent 'configure terminal' $'banner motd #\\nhello\\n#' end",
            "  # a restart",
            "  network-shell run --host backup@10.0.0.1 --answer '\\[confirm\\]=' --expect-disconnect reload",
            "  # from a file, through a jump host, to an old device",
            "  network-shell run --host backup@10.7.0.1 --jump ops@bastion --agent --algorithms legacy \\",
            "      --commands-file commands.txt",
        })
public final class RunCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private TargetOptions target;

    @Mixin
    private PlatformOptions platforms;

    @ArgGroup(validate = false, heading = "%nThe device's shell:%n")
    private ShellSettings shell = new ShellSettings();

    @ArgGroup(validate = false, heading = "%nWhat is written:%n")
    private OutputSettings output = new OutputSettings();

    @Option(
            names = "--commands-file",
            paramLabel = "FILE",
            description =
                    "More commands, one per line; # begins a comment line, lines between two lines of \"\"\" are one"
                            + " command with its input, - is standard input.")
    private String commandsFile;

    @Option(
            names = "--expect-disconnect",
            description =
                    "The device is meant to end the session with the last command, as after a reload: then that is a"
                            + " success.")
    private boolean expectDisconnect;

    @Option(
            names = "--one-by-one",
            description =
                    "Waits for the prompt before each command. Default: commands that only show something are sent"
                            + " ahead where the platform is known to keep them.")
    private boolean oneByOne;

    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..*",
            description = "What to type on the device: a line, or a command and the lines that it reads, such as a"
                    + " banner.")
    private List<String> commands = List.of();

    public RunCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        List<Command> all = CommandList.read(commands, commandsFile, environment.in(), expectDisconnect);
        PlatformCatalog catalog = platforms.catalog();
        ShellOptions options = shell.options(catalog, target.limits().limits(Limits.DEFAULT), environment);
        Target device = target.target(environment);
        Messages messages = new Messages(environment.err(), environment.colour());
        SceneFile scene = output.scene(device, options);
        try (Incomplete incomplete = new Incomplete(messages);
                SshLog log = output.sshLog(incomplete);
                Recorder recorder = output.recorder(device, options, incomplete);
                ResultOutput results = output.results(environment, device)) {
            Progress progress = new Progress(
                    messages,
                    output.volume(),
                    results,
                    all.size() > 1,
                    new LoginQuestions(environment.passwordPrompt()));
            SessionSettings settings = new SessionSettings(
                    device, output.name(device), options, output.captures(device), observer(recorder, scene), progress);
            SessionOutcome outcome = run(all, settings, progress, log);
            results.finish(outcome);
            if (scene != null && outcome.connection() != null) {
                scene.write(outcome.connection().serverVersion());
            }
            if (outcome.error() != null) {
                throw outcome.error();
            }
            return outcome.results().stream().anyMatch(CommandResult::failed)
                    ? ExitCode.COMMAND_FAILED.number()
                    : ExitCode.OK.number();
        }
    }

    private static ChannelObserver observer(Recorder recorder, SceneFile scene) {
        List<ChannelObserver> observers = new ArrayList<>();
        if (recorder != null) {
            observers.add(recorder);
        }
        if (scene != null) {
            observers.add(scene.recorder());
        }
        return observers.isEmpty() ? null : ChannelObserver.all(observers);
    }

    private SessionOutcome run(List<Command> all, SessionSettings settings, Progress progress, SshLog log)
            throws IOException {
        long start = System.nanoTime();
        progress.connecting(settings.target());
        SessionOutcome outcome = DeviceSession.run(
                SessionConnection.Source.to(settings.target(), progress, environment.cancellation(), log),
                settings,
                oneByOne ? SessionScript.oneByOne(all) : SessionScript.of(all));
        if (outcome.error() == null) {
            if (output.archives() && !outcome.printedConfiguration()) {
                progress.nothingArchived(outcome.platform());
            }
            progress.finished(outcome.results(), Duration.ofNanos(System.nanoTime() - start));
        }
        return outcome;
    }
}
