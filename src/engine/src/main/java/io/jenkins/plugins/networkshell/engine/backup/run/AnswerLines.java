package io.jenkins.plugins.networkshell.engine.backup.run;

import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.util.ArrayList;
import java.util.List;

/** The first lines of the answer to a command that reports facts about the device. For one thread. */
final class AnswerLines implements LineSink {
    private static final int MOST_LINES = 2000;
    private static final int LONGEST_LINE = 1000;

    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private final int command;

    /** @param command its index among all of the session */
    AnswerLines(int command) {
        this.command = command;
    }

    @Override
    public void text(String text, boolean ended) {
        if (line.length() < LONGEST_LINE) {
            line.append(text);
        }
        if (ended) {
            if (lines.size() < MOST_LINES) {
                lines.add(line.toString());
            }
            line.setLength(0);
        }
    }

    List<String> lines() {
        List<String> all = new ArrayList<>(lines);
        if (!line.isEmpty()) {
            all.add(line.toString());
        }
        return all;
    }

    /** @return none if the command was not typed or the device refused it */
    List<String> usableLines(List<CommandResult> results) {
        return command < results.size() && !results.get(command).failed() ? lines() : List.of();
    }
}
