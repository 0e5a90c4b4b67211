package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A command to type, with its answers, time limit and output sink.
 *
 * <p>A text of several lines is one command that reads the remaining lines as its input: a banner with its delimiter, a
 * certificate, a here-document. It is typed line by line; prompts that the device prints in between do not end it and
 * are not output.
 *
 * @param text the command without the Enter key; lines end with {@code \n}
 * @param answers to questions it may raise; they take precedence over the session's
 * @param timeout the longest it may take, or null for {@code Limits.command}
 * @param sink receives its output instead of memory, or null
 * @param expectsDisconnect whether the device is meant to end the session: then a disconnect is a success, and a prompt
 *     that still appears (as after {@code reboot} on a server) does not end the command
 */
public record Command(String text, List<Answer> answers, Duration timeout, LineSink sink, boolean expectsDisconnect) {
    public Command {
        Objects.requireNonNull(text);
        answers = List.copyOf(answers);
        text = text.replace("\r\n", "\n");
        text.chars()
                .filter(c -> c != '\n' && Character.isISOControl(c))
                .findFirst()
                .ifPresent(c -> {
                    throw new IllegalArgumentException(
                            c == '\t'
                                    ? "A command has no tab, which would complete the word before it on the device: type blanks"
                                            + " instead."
                                    : String.format(
                                            "A command has no control character (U+%04X), which the device would act on; allowed:"
                                                    + " text, and line ends between the lines of a command's input.",
                                            c));
                });
    }

    public Command(String text, List<Answer> answers, Duration timeout, LineSink sink) {
        this(text, answers, timeout, sink, false);
    }

    public static Command of(String text) {
        return new Command(text, List.of(), null, null, false);
    }

    public Command withAnswers(List<Answer> moreAnswers) {
        return new Command(text, moreAnswers, timeout, sink, expectsDisconnect);
    }

    public Command withTimeout(Duration limit) {
        return new Command(text, answers, limit, sink, expectsDisconnect);
    }

    /** Writes the output to {@code target} line by line and keeps none of it: memory use stays flat for any length. */
    public Command into(LineSink target) {
        return new Command(text, answers, timeout, target, expectsDisconnect);
    }

    /** The device is meant to end the session: {@code reload}, {@code request system reboot}. */
    public Command expectingDisconnect() {
        return new Command(text, answers, timeout, sink, true);
    }

    /** The lines to type, at least one. */
    List<String> lines() {
        return List.of(text.split("\n", -1));
    }
}
