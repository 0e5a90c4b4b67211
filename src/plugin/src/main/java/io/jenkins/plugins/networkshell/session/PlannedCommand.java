package io.jenkins.plugins.networkshell.session;

import io.jenkins.plugins.networkshell.engine.shell.Answer;
import io.jenkins.plugins.networkshell.engine.shell.Command;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * @param text one line
 * @param answers to questions that this command raises
 * @param timeout null for the session's limit
 * @param expectFailure whether the session goes on as if nothing was wrong when the device refuses the command
 */
public record PlannedCommand(String text, List<Answer> answers, Duration timeout, boolean expectFailure)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public PlannedCommand {
        answers = List.copyOf(answers);
    }

    Command command() {
        return new Command(text, answers, timeout, null);
    }
}
