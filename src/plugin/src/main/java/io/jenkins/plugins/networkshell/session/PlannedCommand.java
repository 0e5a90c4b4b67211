package io.jenkins.plugins.networkshell.session;

import io.jenkins.plugins.networkshell.engine.shell.Answer;
import io.jenkins.plugins.networkshell.engine.shell.Command;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * @param text one line, or several, of which the command reads all but the first
 * @param answers to questions that this command asks
 * @param timeout null for the session's limit
 * @param expectFailure whether the session continues normally if the device refuses the command
 * @param expectDisconnect whether the device is expected to end the session
 */
public record PlannedCommand(
        String text, List<Answer> answers, Duration timeout, boolean expectFailure, boolean expectDisconnect)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** @throws IllegalArgumentException if the text can't be typed on any device; the message is one sentence */
    public PlannedCommand {
        answers = List.copyOf(answers);
        text = new Command(text, answers, timeout, null, expectDisconnect).text(); // rejects control characters
    }

    Command command() {
        return new Command(text, answers, timeout, null, expectDisconnect);
    }
}
