package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.shell.border.EchoMatcher;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Commands of the engine's own that are typed before the user's first one, without waiting for their prompts. This
 * saves a round trip on devices that accept type-ahead. Their echoes are dropped, and their output comes before the
 * echo of the user's command. Not thread-safe.
 */
final class Preface {
    private final List<String> commands;
    private final LineSink printed;
    private final List<EchoMatcher> expected = new ArrayList<>();
    private final Runnable whenDone;

    /**
     * @param printed receives what they print
     * @param whenDone called when all of that was seen
     */
    Preface(List<String> commands, LineSink printed, Runnable whenDone) {
        this.commands = List.copyOf(commands);
        this.printed = printed;
        this.whenDone = whenDone;
    }

    List<String> commands() {
        return commands;
    }

    /** @param prompt the prompt at which the first of them is being typed */
    void typedBehind(String prompt, Predicate<String> isPrompt) {
        commands.forEach(command -> expected.add(new EchoMatcher(prompt, command, isPrompt)));
    }

    /** Whether the line is the echo of one of them. */
    boolean hears(String line) {
        boolean heard = !expected.isEmpty() && expected.get(0).match(line, true) == EchoMatcher.Match.COMPLETE;
        if (heard) {
            expected.remove(0);
        }
        return heard;
    }

    /** Whether all of them were echoed. */
    boolean isHeard() {
        return expected.isEmpty();
    }

    /** How many of them were echoed. */
    int heard() {
        return commands.size() - expected.size();
    }

    LineSink printed() {
        return printed;
    }

    void done() {
        whenDone.run();
    }
}
