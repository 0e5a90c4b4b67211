package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.platform.CommandRedactor;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.dialogue.Question;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.time.Duration;
import java.util.List;

/** One command of a session and its result so far. Not thread-safe. */
final class CommandRun implements LineSink {
    /** The index of a command of the engine's own, which is not among the results. */
    private static final int NO_INDEX = -1;

    private final Command command;
    private final int index;
    private final ShellListener listener;
    private final OutputCollector collector;
    /** The platform it was typed on; null while that is not known. */
    private final Platform platform;
    /** What the platform expects the device to ask about this command in particular. */
    private final List<Question> expectedQuestions;

    private Duration elapsed = Duration.ZERO;
    /** Whether the command was echoed as it was typed. */
    private boolean heard;

    /** @param platform the one it is typed on; null while that is not known */
    CommandRun(Command command, int index, ShellListener listener, Platform platform) {
        this(command, index, listener, platform, List.of());
    }

    private CommandRun(
            Command command, int index, ShellListener listener, Platform platform, List<Question> expectedQuestions) {
        this.command = command;
        this.index = index;
        this.listener = listener;
        this.platform = platform;
        this.expectedQuestions = expectedQuestions;
        this.collector = new OutputCollector(command.sink());
    }

    /** A command of the engine's own: the listener does not receive its output. */
    static CommandRun own(String text, Platform platform) {
        return own(text, platform, List.of());
    }

    /** @param expectedQuestions what the platform expects the device to ask about this command */
    static CommandRun own(String text, Platform platform, List<Question> expectedQuestions) {
        return new CommandRun(Command.of(text), NO_INDEX, ShellListener.NONE, platform, expectedQuestions);
    }

    @Override
    public void text(String text, boolean ended) {
        listener.line(index, text, ended);
        collector.text(text, ended);
    }

    @Override
    public void lines(String lines) {
        listener.lines(index, lines);
        collector.lines(lines);
    }

    Command command() {
        return command;
    }

    int index() {
        return index;
    }

    List<Question> expectedQuestions() {
        return expectedQuestions;
    }

    void took(Duration time) {
        elapsed = time;
    }

    void setHeard(boolean echoedAsTyped) {
        heard = echoedAsTyped;
    }

    boolean isHeard() {
        return heard;
    }

    OutputCollector collector() {
        return collector;
    }

    CommandResult result(CommandRedactor redactor) {
        String failure = platform == null ? null : collector.failure(platform.failures());
        // Both appear in errors and logs, and the line may quote the command with its secrets.
        return new CommandResult(
                redactor.redact(command.text()),
                collector.output(),
                failure != null,
                failure == null ? null : redactor.redactLine(failure),
                elapsed,
                collector.characters());
    }
}
