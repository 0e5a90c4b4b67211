package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * One line to type, and what goes with it.
 *
 * @param text the command, one line, without the Enter key
 * @param answers to questions it may raise, looked at before the session's
 * @param timeout the longest it may take, or null for {@code Limits.command}
 * @param sink where its output goes instead of into memory, or null
 */
public record Command(String text, List<Answer> answers, Duration timeout, LineSink sink) {
    public Command {
        Objects.requireNonNull(text);
        answers = List.copyOf(answers);
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("A command is one line: give each line of '"
                    + text.lines().findFirst().orElse("") + "…' as a command of its own.");
        }
    }

    public static Command of(String text) {
        return new Command(text, List.of(), null, null);
    }

    public Command withAnswers(List<Answer> moreAnswers) {
        return new Command(text, moreAnswers, timeout, sink);
    }

    public Command withTimeout(Duration limit) {
        return new Command(text, answers, limit, sink);
    }

    /** Output goes to {@code target}, line by line, and is not kept: memory stays flat however long it is. */
    public Command into(LineSink target) {
        return new Command(text, answers, timeout, target);
    }
}
