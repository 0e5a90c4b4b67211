package io.jenkins.plugins.networkshell.session;

import io.jenkins.plugins.networkshell.connection.Connector;
import io.jenkins.plugins.networkshell.connection.Lease;
import io.jenkins.plugins.networkshell.console.CommandOutput;
import io.jenkins.plugins.networkshell.console.ConsoleText;
import io.jenkins.plugins.networkshell.console.SessionConsole;
import io.jenkins.plugins.networkshell.console.Transcript;
import io.jenkins.plugins.networkshell.console.ValueMask;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.SecretRedactor;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import io.jenkins.plugins.networkshell.engine.shell.DeviceShell;
import io.jenkins.plugins.networkshell.engine.shell.ShellListener;
import io.jenkins.plugins.networkshell.engine.shell.ShellOptions;
import io.jenkins.plugins.networkshell.engine.ssh.ShellChannel;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import io.jenkins.plugins.networkshell.session.SessionReply.CapturedConfiguration;
import io.jenkins.plugins.networkshell.session.SessionReply.CommandReply;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries out a {@link SessionPlan} on the machine it is on. For one thread, once. */
final class DeviceSession {
    private final SessionPlan plan;
    private final SessionConsole console;
    private final Connector connector;
    private final ValueMask mask;
    private final Path folder;
    private final List<PlayedCommand> played = new ArrayList<>();
    private final List<CapturedConfiguration> configurations = new ArrayList<>();
    private SecretRedactor redactor = new SecretRedactor(List.of());
    private String platform = "";
    private String prompt = "";

    DeviceSession(SessionPlan plan, Connector connector, SessionConsole console) {
        this.plan = plan;
        this.connector = connector;
        this.console = console;
        this.mask = plan.connection().mask();
        this.folder = plan.folder() == null ? null : Path.of(plan.folder());
    }

    /**
     * @throws CancelledException when it was cancelled
     * @throws IOException when the machine's own disk fails; what devices do wrong is in the reply
     */
    SessionReply run() throws IOException {
        long start = System.nanoTime();
        try (Transcript transcript = new Transcript(folder);
                SessionRecording recording = SessionRecording.start(plan, folder)) {
            String failure = null;
            try {
                converse(transcript, recording);
            } catch (CancelledException e) {
                throw e;
            } catch (NetworkShellException e) {
                failure = ConsoleText.clean(masked(e.describe()));
                keepWhatIsCertain();
            } finally {
                for (PlayedCommand command : played) {
                    command.close();
                }
            }
            console.sayWhatIsMissing();
            recording.end().ifPresent(e -> console.say(Messages.DeviceSession_RecordingLost(e.getMessage())));
            sayTheEnd(System.nanoTime() - start);
            String fullText = console.isCapped() ? transcript.finish() : null;
            return new SessionReply(
                    platform,
                    prompt,
                    played.stream().map(this::reply).toList(),
                    failure,
                    configurations,
                    fullText,
                    recording.file());
        }
    }

    private void converse(Transcript transcript, SessionRecording recording) throws IOException {
        try (Lease lease = connector.connect();
                ShellChannel channel = recording.of(lease.open(connection -> connection.openShell(pty())));
                DeviceShell shell = DeviceShell.open(channel, options(recording))) {
            CommandFailure refusal = null;
            for (PlannedCommand planned : plan.commands()) {
                refusal = play(shell, planned, transcript);
                if (refusal != null && plan.failOnError()) {
                    break;
                }
                refusal = null;
            }
            conclude(shell.finish());
            if (refusal != null) {
                throw refusal;
            }
        }
    }

    /** @return why the command failed, or null */
    private CommandFailure play(DeviceShell shell, PlannedCommand planned, Transcript transcript)
            throws NetworkShellException, IOException {
        String typed = shell.prompt() + " " + masked(planned.text());
        if (!played.isEmpty()) {
            played.get(played.size() - 1).output().flush();
        }
        console.say(typed);
        transcript.text(typed, true);
        ConfigurationFile configuration = configuration(shell.platform(), planned.text());
        LineSink shown = (line, ended) -> {
            console.output(line);
            transcript.text(line, ended);
        };
        LineSink exact = configuration == null ? (text, ended) -> {} : configuration;
        PlayedCommand command =
                new PlayedCommand(planned, new CommandOutput(this::masked, shown, exact), configuration);
        played.add(command);
        CommandResult result = shell.run(planned.into(command.output()));
        command.setResult(result);
        return result.failed() && !planned.expectFailure()
                ? CommandFailure.of(connector.target().host(), masked(planned.text()), masked(result.failure()))
                : null;
    }

    private ConfigurationFile configuration(Platform known, String command) throws IOException {
        Optional<Platform.Configuration> printed = known.configurationOf(command);
        return printed.isEmpty() ? null : new ConfigurationFile(printed.get(), command, folder);
    }

    private void conclude(List<CommandResult> exact) throws NetworkShellException, IOException {
        for (int i = 0; i < played.size(); i++) {
            PlayedCommand command = played.get(i);
            command.output().flush();
            command.setResult(exact.get(i));
            keep(command, true);
        }
    }

    private void keepWhatIsCertain() throws IOException {
        for (PlayedCommand command : played) {
            command.output().flush();
            try {
                keep(command, false);
            } catch (NetworkShellException e) {
                throw new IllegalStateException("Only what is complete is looked at.", e);
            }
        }
    }

    private void keep(PlayedCommand command, boolean certain) throws NetworkShellException, IOException {
        Optional<CapturedConfiguration> kept = command.keep(connector.target().host(), certain);
        if (kept.isPresent()) {
            configurations.removeIf(earlier -> earlier.name().equals(kept.get().name()));
            configurations.add(kept.get());
        }
    }

    private Pty pty() {
        Platform.Terminal terminal = plan.platform() == null
                ? Platform.Terminal.DEFAULT
                : plan.platform().terminal();
        return new Pty(terminal.type(), terminal.width(), terminal.height());
    }

    private ShellOptions options(SessionRecording recording) {
        return new ShellOptions(
                plan.catalog(),
                plan.platform(),
                plan.limits(),
                plan.answers(),
                plan.secrets(),
                plan.mode(),
                plan.encoding() == null ? null : Charset.forName(plan.encoding()),
                new Listener(recording));
    }

    private String masked(String text) {
        return text == null ? null : mask.mask(redactor.redact(text));
    }

    private void sayTheEnd(long nanos) {
        long failed = played.stream().filter(PlayedCommand::failed).count();
        console.say(Messages.DeviceSession_End(
                played.size(), failed, console.outputLines(), Math.round(nanos / 1e8) / 10.0));
    }

    private CommandReply reply(PlayedCommand command) {
        CommandResult result = command.result();
        return new CommandReply(
                masked(command.planned().text()),
                command.output().kept(),
                command.failed(),
                result == null ? null : masked(result.failure()),
                command.planned().expectFailure(),
                result == null ? 0 : result.elapsed().toMillis(),
                command.output().isTruncated());
    }

    /** Tells the log what the shell does besides commands. */
    private final class Listener implements ShellListener {
        private final SessionRecording recording;

        Listener(SessionRecording recording) {
            this.recording = recording;
        }

        @Override
        public void opened(Platform known, String firstPrompt) {
            recording.recognised(known);
            platform = known.name();
            prompt = firstPrompt;
            redactor = SecretRedactor.of(known);
            console.say(Messages.DeviceSession_Opened(known.title(), known.name(), firstPrompt));
        }

        @Override
        public void notice(String sentence) {
            console.say(sentence);
        }
    }
}
