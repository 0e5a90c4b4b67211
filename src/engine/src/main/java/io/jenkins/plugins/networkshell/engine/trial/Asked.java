package io.jenkins.plugins.networkshell.engine.trial;

import io.jenkins.plugins.networkshell.engine.session.DeviceSession;
import io.jenkins.plugins.networkshell.engine.shell.Command;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import java.util.ArrayList;
import java.util.List;

/** A command of the trial and its output. Late output is included once the session has ended. */
final class Asked {
    private final String command;
    private final StringBuilder output = new StringBuilder();
    private CommandResult result;

    private Asked(String command) {
        this.command = command;
    }

    static Asked in(DeviceSession session, String command) throws java.io.IOException {
        Asked asked = new Asked(command);
        asked.result = session.read(Command.of(command).into((text, ended) -> {
            asked.output.append(text);
            if (ended) {
                asked.output.append('\n');
            }
        }));
        return asked;
    }

    String command() {
        return command;
    }

    CommandResult result() {
        return result;
    }

    String text() {
        return output.toString();
    }

    List<String> lines() {
        return output.toString().lines().toList();
    }

    List<String> textLines() {
        List<String> lines = new ArrayList<>(lines());
        lines.removeIf(String::isBlank);
        return lines;
    }
}
