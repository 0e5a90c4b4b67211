package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.platform.CommandRedactor;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import java.util.ArrayList;
import java.util.List;

/** The commands of a session in typing order. Tells the listener when each starts and ends. Not thread-safe. */
final class CommandRuns {
    private final ShellListener listener;
    private final List<CommandRun> runs = new ArrayList<>();
    /** Masks the secrets of all platforms that the session has visited. */
    private CommandRedactor redactor = CommandRedactor.NONE;

    CommandRuns(ShellListener listener) {
        this.listener = listener;
    }

    void maskSecretsOf(Platform platform) {
        redactor = redactor.and(platform);
    }

    CommandRedactor redactor() {
        return redactor;
    }

    /** @param platform the one the command is typed on */
    CommandRun begin(Command command, Platform platform) {
        CommandRun run = new CommandRun(command, runs.size(), listener, platform);
        runs.add(run);
        listener.commandStarted(run.index(), command);
        return run;
    }

    CommandResult end(CommandRun run) {
        CommandResult result = run.result(redactor);
        listener.commandEnded(run.index(), result);
        return result;
    }

    CommandRun last() {
        return runs.get(runs.size() - 1);
    }

    /** An interrupted command's result holds the output it had until then. */
    List<CommandResult> results() {
        return runs.stream().map(run -> run.result(redactor)).toList();
    }
}
