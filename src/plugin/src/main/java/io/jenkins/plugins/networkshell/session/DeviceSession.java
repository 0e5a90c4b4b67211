package io.jenkins.plugins.networkshell.session;

import io.jenkins.plugins.networkshell.console.ConsoleText;
import io.jenkins.plugins.networkshell.console.SessionConsole;
import io.jenkins.plugins.networkshell.console.ValueMask;
import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.CancelledException;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.SecretRedactor;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import io.jenkins.plugins.networkshell.engine.shell.DeviceShell;
import io.jenkins.plugins.networkshell.engine.shell.ShellListener;
import io.jenkins.plugins.networkshell.engine.shell.ShellOptions;
import io.jenkins.plugins.networkshell.engine.ssh.Pty;
import io.jenkins.plugins.networkshell.engine.ssh.ShellChannel;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
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
    private final RefusedKeys refusedKeys;
    private final Cancellation cancellation;
    private final ValueMask mask;
    private final Path folder;
    private final List<PlayedCommand> played = new ArrayList<>();
    private final List<CapturedConfiguration> configurations = new ArrayList<>();
    private SecretRedactor redactor = new SecretRedactor(List.of());
    private String platform = "";
    private String prompt = "";

    DeviceSession(SessionPlan plan, SessionConsole console, Cancellation cancellation) {
        this.plan = plan;
        this.console = console;
        this.refusedKeys = new RefusedKeys(console);
        this.cancellation = cancellation;
        this.mask = plan.mask();
        this.folder = plan.folder() == null ? null : Path.of(plan.folder());
    }

    /**
     * @throws InterruptedException when it was cancelled
     * @throws IOException when the machine's own disk fails; what devices do wrong is in the reply
     */
    SessionReply run() throws InterruptedException, IOException {
        long start = System.nanoTime();
        try (Transcript transcript = new Transcript(folder)) {
            String failure = null;
            try {
                converse(transcript);
            } catch (CancelledException e) {
                throw cancelled(e);
            } catch (NetworkShellException e) {
                failure = ConsoleText.clean(masked(e.describe()));
                keepWhatIsCertain();
            } finally {
                for (PlayedCommand command : played) {
                    command.close();
                }
            }
            console.sayWhatIsMissing();
            sayTheEnd(System.nanoTime() - start);
            String fullText = console.isCapped() ? transcript.finish() : null;
            return new SessionReply(
                    platform,
                    prompt,
                    played.stream().map(this::reply).toList(),
                    failure,
                    plan.hostKeys().learned(),
                    refusedKeys.keys(),
                    configurations,
                    fullText);
        }
    }

    private static InterruptedException cancelled(CancelledException cause) {
        InterruptedException interrupted = new InterruptedException(cause.getMessage());
        interrupted.initCause(cause);
        return interrupted;
    }

    private void converse(Transcript transcript) throws NetworkShellException, IOException {
        console.say(Messages.DeviceSession_Connecting(plan.target()));
        try (ShellChannel channel = SshConnection.shell(plan.target(), pty(), refusedKeys, cancellation);
                DeviceShell shell = DeviceShell.open(channel, options())) {
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
                ? CommandFailure.of(plan.target().host(), masked(planned.text()), masked(result.failure()))
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
        Optional<CapturedConfiguration> kept = command.keep(plan.target().host(), certain);
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

    private ShellOptions options() {
        return new ShellOptions(
                plan.catalog(),
                plan.platform(),
                plan.target().limits(),
                plan.answers(),
                plan.secrets(),
                plan.mode(),
                plan.encoding() == null ? null : Charset.forName(plan.encoding()),
                new Listener());
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
        @Override
        public void opened(Platform known, String firstPrompt) {
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
