package io.jenkins.plugins.networkshell.engine.shell.border;

import io.jenkins.plugins.networkshell.engine.shell.prompt.PromptKnowledge;
import io.jenkins.plugins.networkshell.engine.shell.prompt.PromptLeads;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.util.List;

/** Passes outputs on, command by command: in one piece or in parts, without early echoes and prompts. */
final class OutputDelivery {
    /** Represents what was typed before these commands. */
    static final int BEFORE = -1;

    private final PromptKnowledge prompts;
    private final int commands;
    private final OutputSplitter.Outputs outputs;
    private final EarlyEchoes early;
    private int command = BEFORE;
    private long echoedAt;
    private LineSink sink;

    OutputDelivery(PromptKnowledge prompts, EchoSearch echoes, int commands, OutputSplitter.Outputs outputs) {
        this.prompts = prompts;
        this.commands = commands;
        this.outputs = outputs;
        this.early = new EarlyEchoes(echoes, commands);
        this.sink = outputs.before();
    }

    /** The command whose output was begun last. */
    int command() {
        return command;
    }

    /** When that command was echoed. */
    long echoedAt() {
        return echoedAt;
    }

    boolean sawEarlyEchoes() {
        return early.wereSeen();
    }

    /** Passes on the whole output of a command, or the rest of it; a prompt follows it. */
    void finish(HeldOutput output, long endedAt) {
        if (!output.ran() || output.command() >= commands) {
            return;
        }
        early.removeFrom(output);
        begin(output);
        List<HeldLine> lines = output.lines();
        List<String> texts = lines.stream().map(HeldLine::text).toList();
        int lead = prompts.leads().count(prompts.current(), PromptLeads.endOf(texts));
        pass(lines.subList(0, lines.size() - lead));
        if (output.command() != BEFORE) {
            outputs.end(output.command(), endedAt - output.echoedAt());
        }
    }

    /**
     * Passes on all of the running command's output but its last lines.
     *
     * @param kept the most lines to keep
     * @return the lines that are still to come
     */
    List<HeldLine> passAllBut(int kept, HeldOutput running) {
        early.removeFrom(running);
        begin(running);
        List<HeldLine> lines = running.lines();
        int passed = lines.size() - Math.min(kept, lines.size() / 2);
        pass(lines.subList(0, passed));
        return lines.subList(passed, lines.size());
    }

    /**
     * Passes on an output that broke off.
     *
     * @param unfinishedLine the line at which the device stopped
     */
    void breakOff(HeldOutput running, String unfinishedLine) {
        begin(running);
        pass(running.lines());
        if (!unfinishedLine.isBlank() && !prompts.isKnown(unfinishedLine)) {
            sink.text(unfinishedLine, false);
        }
        if (command == BEFORE) {
            outputs.begin(0);
        }
    }

    private void begin(HeldOutput output) {
        if (command < output.command()) {
            command = output.command();
            echoedAt = output.echoedAt();
            sink = outputs.begin(command);
        }
    }

    private void pass(List<HeldLine> lines) {
        lines.forEach(line -> line.passTo(sink));
    }
}
