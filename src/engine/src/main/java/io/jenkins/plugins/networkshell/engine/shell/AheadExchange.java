package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.shell.border.AheadBorders;
import io.jenkins.plugins.networkshell.engine.shell.prompt.PromptKnowledge;
import io.jenkins.plugins.networkshell.engine.text.Quoted;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Reads what comes of commands that were typed together, with one of the engine's own behind them, until the prompt behind
 * that. Where its echo does not come it is typed again: it comes after all that the device has kept, and so tells what the
 * device has thrown away. See {@code docs/design-notes/read-loop.md}.
 */
final class AheadExchange implements ReadGoal {
    private static final int MOST_OWN_COMMANDS = 3;

    private static final int PROMPT_STILL_NEAR = 20;

    private final ShellState shell;
    private final PromptKnowledge prompts;
    private final List<String> commands;
    private final AheadBorders borders;
    /** Does nothing that was not done before. */
    private final String ownCommand;

    private int ownTyped = 1;
    /** Lines that had come when the own command was typed last. */
    private long linesBefore;

    private long lines;
    private boolean newEcho;
    private boolean over;
    private boolean asked;
    /** The last lines, for the prompt that a message of the device came behind. */
    private final Deque<String> lastLines = new ArrayDeque<>(PROMPT_STILL_NEAR);

    /** @param ownCommand that turns paging off; it was typed in this session already */
    AheadExchange(ShellState shell, List<String> commands, AheadBorders borders, String ownCommand) {
        this.shell = shell;
        this.prompts = shell.prompts();
        this.commands = commands;
        this.borders = borders;
        this.ownCommand = ownCommand;
    }

    /** Whether the prompt behind the last command has come. */
    boolean isOver() {
        return over;
    }

    /** Whether the device asked something: what was typed ahead might have been the answer. */
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
        if (borders.text(text, ended)) {
            newEcho = true;
            shell.dialogue().startCommand();
        }
    }

    /** Also when a command has begun: its limit of time begins with it. */
    @Override
    public boolean settled(String unfinishedLine) {
        boolean begun = newEcho;
        newEcho = false;
        return borders.isComplete() && prompts.isKnown(unfinishedLine) ? end(unfinishedLine) : begun;
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
        if (borders.isOwnEchoed()) {
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
            borders.ownTypedAgain();
            shell.type(ownCommand);
        }
    }

    @Override
    public boolean stuck(String unfinishedLine) throws NetworkShellException {
        // Not sooner: what was typed ahead may be the answer, and be on its way.
        if (shell.dialogue().respond(unfinishedLine, running(), List.of(), List.of(), true)
                || shell.dialogue().respondAtLast(unfinishedLine)) {
            asked = true;
            return false;
        }
        boolean enough = borders.isOwnEchoedOnce() || ownTyped == MOST_OWN_COMMANDS;
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
        return commands.get(borders.running());
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
        return "with " + (commands.size() - 1 - borders.running()) + " more commands typed ahead";
    }
}
