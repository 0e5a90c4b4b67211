package io.jenkins.plugins.networkshell.engine.session;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.platform.CommandRedactor;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.RecognitionSign;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import io.jenkins.plugins.networkshell.engine.record.RecordingChannel;
import io.jenkins.plugins.networkshell.engine.shell.Command;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import io.jenkins.plugins.networkshell.engine.shell.DeviceShell;
import io.jenkins.plugins.networkshell.engine.shell.ShellListener;
import io.jenkins.plugins.networkshell.engine.ssh.ShellChannel;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * One session with one device: connects, logs in, runs a script of commands, logs out, and keeps the configurations
 * that were printed completely.
 *
 * <pre>{@code
 * SessionOutcome outcome = DeviceSession.run(
 *         SessionConnection.Source.to(target, ConnectionListener.NONE, new Cancellation(), SshLog.NONE),
 *         SessionSettings.of(target.host(), ShellOptions.auto(PlatformCatalog.builtIn())),
 *         session -> session.run(Command.of("display version")));
 * }</pre>
 *
 * <p>For one thread, once. Everything that a session opens is closed on every path: shell, then connection.
 */
public final class DeviceSession {
    private final SessionSettings settings;
    private final SessionListener listener;
    private final Captures captures;
    private final TranscriptEnd transcript;
    private ConnectionFacts connection;
    private DeviceShell shell;
    private Platform platform;
    /** Of all platforms of the session. */
    private CommandRedactor redactor = CommandRedactor.NONE;

    private List<String> recognisedBy = List.of();
    private String firstPrompt;
    private List<CommandResult> results = List.of();
    private int ended;

    private DeviceSession(SessionSettings settings, Captures captures) {
        this.settings = settings;
        this.listener = settings.listener();
        this.captures = captures;
        this.transcript = new TranscriptEnd(SessionSecrets.of(settings.target(), settings.shell()));
    }

    /**
     * Runs a session from the beginning to the end.
     *
     * @return the outcome, including any error of the device
     * @throws IOException if a local file can't be written
     */
    public static SessionOutcome run(SessionConnection.Source source, SessionSettings settings, SessionScript script)
            throws IOException {
        try (Captures captures = new Captures(settings.device(), settings.captures(), settings.listener())) {
            return new DeviceSession(settings, captures).outcome(source, script);
        }
    }

    private SessionOutcome outcome(SessionConnection.Source source, SessionScript script) throws IOException {
        NetworkShellException error = null;
        try {
            converse(source, script);
        } catch (NetworkShellException e) {
            error = e;
        }
        return new SessionOutcome(
                connection,
                platform,
                recognisedBy,
                firstPrompt,
                results,
                ended,
                captures.kept(),
                !captures.isEmpty(),
                transcript.masked(redactor),
                error);
    }

    private void converse(SessionConnection.Source source, SessionScript script) throws IOException {
        try (SessionConnection used = source.connect()) {
            connection = ConnectionFacts.of(used.connection());
            listener.connected(connection);
            try (DeviceShell opened = DeviceShell.open(
                    recorded(used.openShell(SessionRecording.pty(settings.shell()))),
                    settings.shellAfterLogin().withListener(new Events()))) {
                shell = opened;
                play(script);
            }
        }
    }

    private void play(SessionScript script) throws IOException {
        try {
            script.play(this);
            results = shell.finish();
        } catch (NetworkShellException e) {
            results = shell.results();
            keepWhatIsComplete(e);
            throw e;
        }
        captures.keep(results);
    }

    /** Keeps configurations that were complete before the session broke. */
    private void keepWhatIsComplete(NetworkShellException error) {
        try {
            captures.keepAfterBreak(results, ended);
        } catch (IOException e) {
            error.addSuppressed(e);
        }
    }

    /**
     * Types a command and waits for the prompt. The output goes to the listener and to the command's own sink. If the
     * command is one of the platform's configuration commands, the output is captured and must be complete.
     *
     * @return the result up to the prompt, without the output
     */
    public CommandResult run(Command command) throws IOException {
        shell.requireTypeable(command);
        return captured(() -> shell.run(heard(command, true)));
    }

    /**
     * The same for several commands. If the platform allows it, commands that it calls harmless are typed without waiting
     * for each prompt. A failed command does not stop the others.
     */
    public List<CommandResult> runAll(List<Command> commands) throws IOException {
        List<Command> all =
                commands.stream().map(command -> heard(command, true)).toList();
        return captured(() -> shell.runAll(all));
    }

    /** Types a command whose output the caller evaluates itself, without capturing it. */
    public CommandResult read(Command command) throws NetworkShellException {
        shell.requireTypeable(command);
        return shell.run(heard(command, false));
    }

    /** Same as {@link #runAll}, for commands whose output the caller evaluates itself. */
    public List<CommandResult> readAll(List<Command> commands) throws NetworkShellException {
        return shell.runAll(
                commands.stream().map(command -> heard(command, false)).toList());
    }

    /**
     * Checks whether a command can be typed on this device, so that all commands can be checked before the first one
     * changes anything.
     *
     * @throws NetworkShellException if it can't
     */
    public void requireTypeable(Command command) throws NetworkShellException {
        shell.requireTypeable(command);
    }

    private Command heard(Command command, boolean captured) {
        return command.into(new Output(command, captured));
    }

    /** The shell opens the capture file of a command when the command starts. */
    private static <T> T captured(Typing<T> typing) throws IOException {
        try {
            return typing.result();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Types commands and returns their results. */
    @FunctionalInterface
    private interface Typing<T> {
        T result() throws NetworkShellException;
    }

    /** Distributes the output of one command to its receivers. */
    private final class Output implements LineSink {
        private final Command command;
        private final boolean captured;
        private int index;
        private LineSink capture;

        Output(Command command, boolean captured) {
            this.command = command;
            this.captured = captured;
        }

        void begin(int place) {
            index = place;
            Optional<Configuration> configuration =
                    captured ? shell.platform().configurationOf(command.text()) : Optional.empty();
            if (configuration.isPresent()) {
                try {
                    capture = captures.begin(index, configuration.get());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            String prompt = shell.prompt();
            transcript.line(prompt + " " + command.text());
            listener.commandStarted(index, prompt, command);
        }

        @Override
        public void text(String text, boolean lineEnded) {
            transcript.text(text, lineEnded);
            if (capture != null) {
                capture.text(text, lineEnded);
            }
            if (command.sink() != null) {
                command.sink().text(text, lineEnded);
            }
            listener.output(index, text, lineEnded);
        }

        @Override
        public void lines(String lines) {
            transcript.lines(lines);
            if (capture != null) {
                capture.lines(lines);
            }
            if (command.sink() != null) {
                command.sink().lines(lines);
            }
            listener.outputLines(index, lines);
        }
    }

    /**
     * Enters a mode of the platform by the shortest path.
     *
     * @throws NetworkShellException if the platform has no such mode, no path leads there, or the device refuses
     */
    public void enterMode(String name) throws NetworkShellException {
        shell.enterMode(name);
    }

    /** The current mode of the device; empty if the platform does not describe the prompt. */
    public String mode() {
        return shell.mode();
    }

    /** The device's platform, named or recognised. */
    public Platform platform() {
        return shell.platform();
    }

    /** The device's current prompt. */
    public String prompt() {
        return shell.prompt();
    }

    private ShellChannel recorded(ShellChannel channel) {
        return settings.recorder() == null ? channel : new RecordingChannel(channel, settings.recorder());
    }

    private final class Events implements ShellListener {
        @Override
        public void opened(Platform known, String prompt) {
            platform = known;
            firstPrompt = prompt;
            mask(known);
            listener.opened(known, prompt);
        }

        @Override
        public void moved(Platform entered) {
            mask(entered);
            listener.moved(entered);
        }

        private void mask(Platform known) {
            redactor = redactor.and(known);
            transcript.maskBlocks(redactor);
            if (settings.recorder() != null) {
                settings.recorder().recognised(known);
            }
        }

        @Override
        public void recognised(Platform known, List<RecognitionSign> signs) {
            recognisedBy = signs.stream().map(RecognitionSign::words).toList();
            listener.recognised(known, recognisedBy);
        }

        @Override
        public void commandStarted(int index, Command command) {
            if (command.sink() instanceof Output output) {
                output.begin(index);
            }
        }

        /** The output goes to the sinks of the commands. */
        @Override
        public void lines(int index, String lines) {}

        @Override
        public void commandEnded(int index, CommandResult result) {
            ended++;
            listener.commandEnded(index, result);
        }

        @Override
        public void notice(String sentence) {
            listener.notice(sentence);
        }
    }
}
