package io.jenkins.plugins.networkshell.cli.run;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.RecognitionSign;
import io.jenkins.plugins.networkshell.engine.record.ChannelObserver;
import io.jenkins.plugins.networkshell.engine.record.RecordingChannel;
import io.jenkins.plugins.networkshell.engine.shell.Command;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import io.jenkins.plugins.networkshell.engine.shell.DeviceShell;
import io.jenkins.plugins.networkshell.engine.shell.ShellOptions;
import io.jenkins.plugins.networkshell.engine.ssh.ShellChannel;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.ssh.event.SshLog;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** One session on one device: connects, runs the commands, logs out, and keeps what came even when it breaks off. */
final class RunSession {
    private final Target target;
    private final ShellOptions options;
    private final Progress progress;
    private final ResultOutput output;
    private final SshLog log;
    private final List<ChannelObserver> recorders;
    private final Captures captures;
    private final Cancellation cancellation;
    private String platform;
    private String serverVersion;
    private List<String> recognisedBy = List.of();
    private String prompt;
    private long connectMillis;
    private List<CommandResult> results = List.of();

    RunSession(
            Target target,
            ShellOptions options,
            Progress progress,
            ResultOutput output,
            SshLog log,
            List<ChannelObserver> recorders,
            Captures captures,
            Cancellation cancellation) {
        this.target = target;
        this.options = options.withListener(progress);
        this.progress = progress;
        this.output = output;
        this.log = log;
        this.recorders = recorders;
        this.captures = captures;
        this.cancellation = cancellation;
    }

    /**
     * @return with the error of what went wrong with the device
     * @throws IOException when a file of ours can't be written
     */
    RunOutcome run(List<Command> commands) throws IOException {
        long start = System.nanoTime();
        NetworkShellException error = null;
        progress.connecting(target);
        try (SshConnection connection = SshConnection.open(target, progress, cancellation, log)) {
            connectMillis = connection.connectMillis();
            serverVersion = connection.serverVersion();
            progress.connected(connection);
            runOn(recorded(connection.openShell(pty())), commands);
        } catch (NetworkShellException e) {
            error = e;
        }
        if (error == null) {
            progress.finished(results, Duration.ofNanos(System.nanoTime() - start));
        }
        return new RunOutcome(
                target, platform, serverVersion, recognisedBy, prompt, connectMillis, results, progress.ended(), error);
    }

    private void runOn(ShellChannel channel, List<Command> commands) throws IOException {
        try (DeviceShell shell = DeviceShell.open(channel, options)) {
            Platform known = shell.platform();
            platform = known.name();
            recognisedBy =
                    shell.recognisedBy().stream().map(RecognitionSign::words).toList();
            recorders.forEach(recorder -> recorder.recognised(known));
            prompt = shell.prompt().strip();
            try {
                for (int i = 0; i < commands.size(); i++) {
                    LineSink sink = captures.sink(i, commands.get(i).text(), known, output.sink(i));
                    shell.run(commands.get(i).into(sink));
                }
                shell.finish();
            } catch (NetworkShellException e) {
                results = shell.results();
                keepWhatIsComplete(e);
                throw e;
            }
            results = shell.results();
            captures.keep(results, progress.ended(), progress::info);
            if (captures.missedAny()) {
                progress.notice("No command printed a configuration, so nothing was archived; " + known.name() + " has "
                        + known.configurations().stream()
                                .map(configuration -> "'" + configuration.command() + "'")
                                .collect(Collectors.joining(", "))
                        + ".");
            }
        }
    }

    /** Configurations that were complete before the session broke off are worth keeping. */
    private void keepWhatIsComplete(NetworkShellException error) {
        try {
            captures.keep(results, progress.ended(), progress::info);
        } catch (IOException e) {
            error.addSuppressed(e);
        }
    }

    private ShellChannel recorded(ShellChannel channel) {
        ShellChannel recorded = channel;
        for (ChannelObserver recorder : recorders) {
            recorded = new RecordingChannel(recorded, recorder);
        }
        return recorded;
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
