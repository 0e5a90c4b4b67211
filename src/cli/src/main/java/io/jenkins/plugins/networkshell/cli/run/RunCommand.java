package io.jenkins.plugins.networkshell.cli.run;

import io.jenkins.plugins.networkshell.cli.Environment;
import io.jenkins.plugins.networkshell.cli.ExitCode;
import io.jenkins.plugins.networkshell.cli.Incomplete;
import io.jenkins.plugins.networkshell.cli.LoginQuestions;
import io.jenkins.plugins.networkshell.cli.Messages;
import io.jenkins.plugins.networkshell.cli.options.PlatformOptions;
import io.jenkins.plugins.networkshell.cli.options.TargetOptions;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.record.ChannelObserver;
import io.jenkins.plugins.networkshell.engine.record.Recorder;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import io.jenkins.plugins.networkshell.engine.shell.ShellOptions;
import io.jenkins.plugins.networkshell.engine.ssh.event.SshLog;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run}: commands in a device's interactive shell. */
@Command(
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
        List<io.jenkins.plugins.networkshell.engine.shell.Command> all =
                CommandList.read(commands, commandsFile, environment.in(), expectDisconnect);
        PlatformCatalog catalog = platforms.catalog();
        ShellOptions options = shell.options(catalog, target.limits().limits(Limits.DEFAULT), environment);
        Target device = target.target(environment);
        Messages messages = new Messages(environment.err(), environment.colour());
        SceneFile scene = output.scene(device, options);
        try (Incomplete incomplete = new Incomplete(messages);
                SshLog log = output.sshLog(incomplete);
                Recorder recorder = output.recorder(device, options, incomplete);
                Captures captures = output.captures(device);
                ResultOutput results = output.results(environment)) {
            Progress progress = new Progress(
                    messages,
                    output.volume(),
                    results::drain,
                    all.size() > 1,
                    new LoginQuestions(environment.passwordPrompt()));
            RunSession session = new RunSession(
                    device,
                    options,
                    progress,
                    results,
                    log,
                    recorders(recorder, scene),
                    captures,
                    environment.cancellation());
            RunOutcome outcome = session.run(all);
            if (scene != null) {
                scene.write(outcome.serverVersion());
            }
            results.finish(outcome);
            if (outcome.error() != null) {
                throw outcome.error();
            }
            return outcome.results().stream().anyMatch(CommandResult::failed)
                    ? ExitCode.COMMAND_FAILED.number()
                    : ExitCode.OK.number();
        }
    }

    private static List<ChannelObserver> recorders(Recorder recorder, SceneFile scene) {
        List<ChannelObserver> recorders = new ArrayList<>();
        if (recorder != null) {
            recorders.add(recorder);
        }
        if (scene != null) {
            recorders.add(scene.recorder());
        }
        return recorders;
    }
}
