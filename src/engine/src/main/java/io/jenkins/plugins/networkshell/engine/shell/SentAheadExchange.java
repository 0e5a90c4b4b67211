package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.shell.border.OutputSplitter;
import io.jenkins.plugins.networkshell.engine.shell.prompt.PromptKnowledge;
import io.jenkins.plugins.networkshell.engine.text.Quoted;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Reads the results of commands that were typed together, followed by one of the engine's own, up to the prompt after
 * the engine's command. When that command is not echoed, it is typed again: its echo comes after everything that the
 * device kept, and so shows what the device has thrown away. See {@code docs/design-notes/read-loop.md}.
 */
final class SentAheadExchange implements ReadGoal {
    private static final int MOST_OWN_COMMANDS = 3;

    private static final int PROMPT_STILL_NEAR = 20;

    private final ShellState shell;
    private final PromptKnowledge prompts;
    private final List<String> commands;
    private final OutputSplitter outputs;
    /** Does nothing that was not done before. */
    private final String ownCommand;

    private int ownTyped = 1;
    /** How many lines had come when the engine's own command was last typed. */
    private long linesBefore;

    private long lines;
    private boolean newEcho;
    private boolean over;
    private boolean asked;
    /** The last lines, to find a prompt that was followed by a message of the device. */
    private final Deque<String> lastLines = new ArrayDeque<>(PROMPT_STILL_NEAR);

    /** @param ownCommand turns paging off; it was already typed in this session */
    SentAheadExchange(ShellState shell, List<String> commands, OutputSplitter outputs, String ownCommand) {
        this.shell = shell;
        this.prompts = shell.prompts();
        this.commands = commands;
        this.outputs = outputs;
        this.ownCommand = ownCommand;
    }

    /** Whether the prompt after the last command has come. */
    boolean isOver() {
        return over;
    }

    /** Whether the device asked something: the text typed ahead may have been taken as the answer. */
    boolean hasAsked() {
        return asked;
    }

    @Override
    public void text(String text, boolean ended) {
        lines++;
        if (lastLines.size() == PROMPT_STILL_NEAR) {
            lastLines.removeFirst();
        }
        lastLines.addLast(text);
        if (outputs.text(text, ended)) {
            newEcho = true;
            shell.dialogue().startCommand();
        }
    }

    /** Also when a command starts: its time limit starts with it. */
    @Override
    public boolean settled(String unfinishedLine) {
        boolean begun = newEcho;
        newEcho = false;
        return outputs.isComplete() && prompts.isKnown(unfinishedLine) ? end(unfinishedLine) : begun;
    }

    private boolean end(String prompt) {
        prompts.prove(prompt);
        over = true;
        return true;
    }

    @Override
    public boolean quiet(String unfinishedLine) throws NetworkShellException {
        if (!prompts.isKnown(unfinishedLine)) {
            return false;
        }
        if (outputs.isOwnEchoed()) {
            return end(unfinishedLine);
        }
        if (lines > linesBefore) {
            typeOwnCommand();
        }
        return false;
    }

    private void typeOwnCommand() throws NetworkShellException {
        if (ownTyped < MOST_OWN_COMMANDS) {
            ownTyped++;
            linesBefore = lines;
            outputs.ownTypedAgain();
            shell.type(ownCommand);
        }
    }

    @Override
    public boolean stuck(String unfinishedLine) throws NetworkShellException {
        // Not sooner: the answer may have been typed ahead and may still be on its way.
        if (shell.dialogue().respond(unfinishedLine, running(), List.of(), List.of(), true)
                || shell.dialogue().respondAtLast(unfinishedLine)) {
            asked = true;
            return false;
        }
        boolean enough = outputs.isOwnEchoedOnce() || ownTyped == MOST_OWN_COMMANDS;
        if (prompts.isKnown(unfinishedLine) && enough) {
            return end(unfinishedLine);
        }
        if (prompts.isKnown(unfinishedLine) || isMessageBehindPrompt(unfinishedLine)) {
            typeOwnCommand();
        }
        return false;
    }

    private boolean isMessageBehindPrompt(String unfinishedLine) {
        return unfinishedLine.isBlank() && lastLines.stream().anyMatch(prompts::isKnown);
    }

    private String running() {
        return commands.get(outputs.running());
    }

    @Override
    public boolean reachedAtEnd() {
        return false;
    }

    @Override
    public String doing() {
        return Quoted.line(shell.redact(running()));
    }

    @Override
    public String expected() {
        return "the prompt " + Quoted.line(prompts.current());
    }

    @Override
    public String progress() {
        return "with " + (commands.size() - 1 - outputs.running()) + " more commands typed ahead";
    }
}
