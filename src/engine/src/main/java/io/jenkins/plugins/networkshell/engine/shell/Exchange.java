package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Question;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * One command from typing it to the prompt after it. Decides line by line what is late output of the command before,
 * what is the echo, and what is this command's output; {@code docs/design-notes/read-loop.md} shows the states.
 */
final class Exchange implements Goal {
    /** So many lines are kept back while it is open whose they are. */
    private static final int MOST_PENDING = 256;
    /** How near the end a line must be to count as the prompt that a message of the device came behind. */
    private static final int PROMPT_STILL_NEAR = 20;

    /** Typing more empty lines tells no more. */
    private static final int MOST_PROBES = 3;

    private enum State {
        /** The echo has not come yet: whose output this is, is open. */
        PENDING,
        /** The echo has not come yet, and so much came that it is the output of the command before. */
        LATE,
        OUTPUT
    }

    private record Piece(String text, boolean ended) {}

    private final ShellState shell;
    private final Command command;
    private final List<Question> expectedQuestions;
    private final LineSink output;
    private final boolean untilEchoOnly;
    private final String promptBefore;
    private final EchoMatcher echo;
    private final List<Piece> pending = new ArrayList<>();
    private LineSink late;
    private State state = State.PENDING;
    private int wrappedEchoLines;
    private int probesTyped;
    private long lines;
    private long characters;
    /** The last lines of output. Looked at when the device is stuck only: matching every line would cost too much. */
    private final Deque<String> lastLines = new ArrayDeque<>(PROMPT_STILL_NEAR);

    /**
     * @param late takes what still belongs to the command before
     * @param output takes this command's output
     * @param untilEchoOnly whether the goal is reached with the echo, as with a logout
     */
    Exchange(
            ShellState shell,
            Command command,
            List<Question> expectedQuestions,
            LineSink late,
            LineSink output,
            boolean untilEchoOnly) {
        this.shell = shell;
        this.command = command;
        this.expectedQuestions = expectedQuestions;
        this.late = late;
        this.output = output;
        this.untilEchoOnly = untilEchoOnly;
        shell.probes().commandTyped();
        this.promptBefore = shell.lineTypedBehind();
        this.echo = new EchoMatcher(promptBefore, command.text(), shell.prompts()::isGeneral);
    }

    @Override
    public void text(String text, boolean ended) {
        lines++;
        if (state == State.OUTPUT) {
            if (!shell.probes().holds(text, ended, shell.prompts())) {
                shell.probes().release(this::emit);
                emit(text, ended);
                remember(text);
            }
            return;
        }
        switch (echo.match(text, state == State.PENDING && lines > 1)) {
            case COMPLETE -> {
                dropWrappedEcho();
                // What it was typed behind may have had output before the prompt, and was learned by then.
                String prompt =
                        echo.promptSeen().equals(promptBefore) ? shell.prompts().current() : echo.promptSeen();
                shell.probes().settleAtEcho(prompt, this::keepPending);
                startOutput();
                shell.echoSeen(prompt);
            }
            case BEGUN -> {
                wrappedEchoLines++;
                keepPending(text, ended);
            }
            case NONE -> {
                wrappedEchoLines = 0;
                if (!shell.probes().holds(text, ended, shell.prompts())) {
                    shell.probes().release(this::keepPending);
                    keepPending(text, ended);
                    keepPendingSmall();
                }
            }
        }
    }

    private void remember(String text) {
        if (lastLines.size() == PROMPT_STILL_NEAR) {
            lastLines.removeFirst();
        }
        lastLines.addLast(text);
    }

    private void keepPending(String text, boolean ended) {
        pending.add(new Piece(text, ended));
    }

    private void dropWrappedEcho() {
        for (; wrappedEchoLines > 0; wrappedEchoLines--) {
            pending.remove(pending.size() - 1);
        }
    }

    private void keepPendingSmall() {
        if (state == State.LATE) {
            flushPending(late);
        } else if (pending.size() > MOST_PENDING) {
            decideWithoutEcho(false);
        }
    }

    private void startOutput() {
        flushPending(late);
        state = State.OUTPUT;
        // Whatever is kept of the command before can go now.
        late = null;
    }

    private void flushPending(LineSink to) {
        pending.forEach(piece -> to.text(piece.text(), piece.ended()));
        pending.clear();
    }

    /**
     * The echo did not come as it should. Devices that scroll or complete the typed line show it changed; others show
     * none at all.
     *
     * @param finished whether the prompt stands there, so that nothing more will come
     */
    private void decideWithoutEcho(boolean finished) {
        int changedEcho = indexOfChangedEcho();
        if (changedEcho >= 0 && shell.echoes()) {
            List<Piece> own = new ArrayList<>(pending.subList(changedEcho + 1, pending.size()));
            pending.subList(changedEcho, pending.size()).clear();
            startOutput();
            own.forEach(piece -> emit(piece.text(), piece.ended()));
        } else if (shell.echoes() && !finished) {
            state = State.LATE;
            flushPending(late);
        } else {
            List<Piece> own = new ArrayList<>(pending);
            pending.clear();
            startOutput();
            emitWithoutPrompt(own);
            shell.noEchoSeen();
        }
    }

    private int indexOfChangedEcho() {
        for (int i = 0; i < pending.size(); i++) {
            String text = pending.get(i).text();
            if (text.startsWith(promptBefore)
                    && text.stripTrailing().length()
                            > promptBefore.stripTrailing().length()) {
                return i;
            }
        }
        return -1;
    }

    /** A device that shows no echo still has its prompt in the line that the output starts in. */
    private void emitWithoutPrompt(List<Piece> own) {
        for (int i = 0; i < own.size(); i++) {
            String text = own.get(i).text();
            boolean ended = own.get(i).ended();
            if (i == 0 && text.startsWith(promptBefore)) {
                String rest = text.substring(promptBefore.length());
                if (!rest.isBlank()) {
                    emit(rest, ended);
                }
            } else {
                emit(text, ended);
            }
        }
    }

    private void emit(String text, boolean ended) {
        characters += text.length() + (ended ? 1 : 0);
        output.text(text, ended);
    }

    @Override
    public boolean settled(String unfinishedLine) throws NetworkShellException {
        if (untilEchoOnly && state == State.OUTPUT) {
            return true;
        }
        if (isPromptAfterCommand(unfinishedLine)) {
            if (state == State.OUTPUT) {
                return finish(unfinishedLine);
            }
            if (!shell.mayEcho()) {
                return believe(unfinishedLine);
            }
            return false;
        }
        if (shell.probes().confirms(unfinishedLine)) {
            return believe(unfinishedLine);
        }
        shell.dialogue().respond(unfinishedLine, command.text(), command.answers(), expectedQuestions, false);
        return false;
    }

    @Override
    public boolean quiet(String unfinishedLine) throws NetworkShellException {
        if (isPromptAfterCommand(unfinishedLine) && !shell.echoes()) {
            return believe(unfinishedLine);
        }
        if (shell.dialogue().respond(unfinishedLine, command.text(), command.answers(), expectedQuestions, true)) {
            return false;
        }
        var promptBehindOutput = shell.prompts().knownAtEndOf(unfinishedLine);
        if (state == State.OUTPUT && promptBehindOutput.isPresent()) {
            String line = unfinishedLine.stripTrailing();
            String prompt = promptBehindOutput.get();
            finish(prompt);
            emit(line.substring(0, line.length() - prompt.length()), false);
            return true;
        }
        return false;
    }

    @Override
    public boolean stuck(String unfinishedLine) throws NetworkShellException {
        if (isPromptAfterCommand(unfinishedLine) && shell.probes().confirms(unfinishedLine)) {
            return believe(unfinishedLine);
        }
        if (probesTyped < MOST_PROBES && needsProbe(unfinishedLine)) {
            probesTyped++;
            shell.probe(unfinishedLine);
        }
        return false;
    }

    private boolean needsProbe(String unfinishedLine) {
        if (state != State.OUTPUT) {
            // This device echoes, so the prompt stands there too early, or the echo got lost.
            return isPromptAfterCommand(unfinishedLine);
        }
        boolean messageCameBehindPrompt = unfinishedLine.isBlank()
                && !shell.probes().isOutstanding()
                && lastLines.stream().anyMatch(shell.prompts()::isKnown);
        return messageCameBehindPrompt || shell.prompts().mayBeNew(unfinishedLine);
    }

    private boolean isPromptAfterCommand(String unfinishedLine) {
        return lines > 0 && shell.prompts().isKnown(unfinishedLine);
    }

    private boolean believe(String unfinishedLine) {
        if (state != State.OUTPUT) {
            shell.probes().settleAtPrompt(unfinishedLine, this::keepPending);
            decideWithoutEcho(true);
        }
        return finish(unfinishedLine);
    }

    private boolean finish(String prompt) {
        shell.probes().settleAtPrompt(prompt, this::emit);
        shell.prompts().learn(prompt.stripTrailing());
        return true;
    }

    @Override
    public boolean reachedAtEnd() {
        return untilEchoOnly || shell.endsSession(command.text());
    }

    @Override
    public String doing() {
        return Quote.of(shell.redact(command.text()));
    }

    @Override
    public String expected() {
        return "the prompt " + Quote.of(promptBefore);
    }

    @Override
    public String progress() {
        return switch (state) {
            case OUTPUT -> "after " + characters + " characters of its output";
            case PENDING, LATE -> "before its echo came";
        };
    }

    /** The echo will not come: what came instead is output of the command before. */
    void giveUpOnEcho() {
        if (state != State.OUTPUT) {
            shell.probes().release(this::keepPending);
            flushPending(late);
        }
    }

    /** The session ended with this command: what is still kept back is its output. */
    void sessionEnded(String unfinishedLine) {
        if (state != State.OUTPUT) {
            decideWithoutEcho(true);
        }
        shell.probes().release(this::emit);
        if (!unfinishedLine.isBlank() && !shell.prompts().isKnown(unfinishedLine)) {
            emit(unfinishedLine, false);
        }
    }
}
