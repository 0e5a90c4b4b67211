package io.jenkins.plugins.networkshell.cli.run;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.shell.Command;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import io.jenkins.plugins.networkshell.engine.shell.DeviceShell;
import io.jenkins.plugins.networkshell.engine.shell.ShellOptions;
import io.jenkins.plugins.networkshell.engine.ssh.Pty;
import io.jenkins.plugins.networkshell.engine.ssh.ShellChannel;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.ssh.SshLog;
import io.jenkins.plugins.networkshell.engine.ssh.Target;
import java.time.Duration;
import java.util.List;

/** One session on one device: connects, runs the commands, logs out, and keeps what came even when it breaks off. */
final class RunSession {
    private final Target target;
    private final ShellOptions options;
    private final Progress progress;
    private final ResultOutput output;
    private final SshLog log;
    private final Cancellation cancellation;
    private String platform = "";
    private String prompt = "";
    private long connectMillis;
    private List<CommandResult> results = List.of();

    RunSession(
            Target target,
            ShellOptions options,
            Progress progress,
            ResultOutput output,
            SshLog log,
            Cancellation cancellation) {
        this.target = target;
        this.options = options.withListener(progress);
        this.progress = progress;
        this.output = output;
        this.log = log;
        this.cancellation = cancellation;
    }

    /** Never throws for what happens on the way: the outcome has the error. */
    RunOutcome run(List<String> commands) {
        long start = System.nanoTime();
        NetworkShellException error = null;
        progress.connecting(target);
        try (SshConnection connection = SshConnection.open(target, progress, cancellation, log)) {
            connectMillis = connection.connectMillis();
            progress.connected(connection);
            runOn(connection.openShell(pty()), commands);
        } catch (NetworkShellException e) {
            error = e;
        }
        if (error == null) {
            progress.finished(results, Duration.ofNanos(System.nanoTime() - start));
        }
        return new RunOutcome(target, platform, prompt, connectMillis, results, progress.ended(), error);
    }

    private void runOn(ShellChannel channel, List<String> commands) throws NetworkShellException {
        try (DeviceShell shell = DeviceShell.open(channel, options)) {
            platform = shell.platform().name();
            prompt = shell.prompt().strip();
            try {
                for (int i = 0; i < commands.size(); i++) {
                    shell.run(Command.of(commands.get(i)).into(output.sink(i)));
                }
                shell.finish();
            } finally {
                results = shell.results();
            }
        }
    }

    private Pty pty() {
        Platform known = options.platform();
        return known == null
                ? Pty.DEFAULT
                : new Pty(
                        known.terminal().type(),
                        known.terminal().width(),
                        known.terminal().height());
    }
}
