package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What to type, and what goes with it.
 *
 * <p>A text of several lines is one command that reads the others as its input: a banner with its delimiter, a
 * certificate, a here-document. It is typed line by line; the device's prompts in between do not end it, and are no
 * output.
 *
 * @param text the command without the Enter key; lines end with {@code \n}
 * @param answers to questions it may raise, looked at before the session's
 * @param timeout the longest it may take, or null for {@code Limits.command}
 * @param sink where its output goes instead of into memory, or null
 * @param expectsDisconnect whether the device is meant to end the session: then that is a success, and a prompt that
 *     still comes (as after {@code reboot} on a server) is not the end
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

    /** Output goes to {@code target}, line by line, and is not kept: memory stays flat however long it is. */
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
