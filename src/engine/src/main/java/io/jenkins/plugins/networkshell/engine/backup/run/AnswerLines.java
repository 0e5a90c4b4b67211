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
    private int command = -1;

    /** @param index of the command */
    void asked(int index) {
        command = index;
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

    /** Whether the command was typed and the device did not refuse it. */
    boolean isUsable(List<CommandResult> results) {
        return command >= 0 && !results.get(command).failed();
    }

    List<String> lines() {
        List<String> all = new ArrayList<>(lines);
        if (!line.isEmpty()) {
            all.add(line.toString());
        }
        return all;
    }
}
