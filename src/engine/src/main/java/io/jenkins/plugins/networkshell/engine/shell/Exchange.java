package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Question;
import io.jenkins.plugins.networkshell.engine.shell.border.EchoLikeness;
import io.jenkins.plugins.networkshell.engine.shell.border.EchoMatcher;
import io.jenkins.plugins.networkshell.engine.shell.border.OutputTail;
import io.jenkins.plugins.networkshell.engine.shell.border.ProbeLedger;
import io.jenkins.plugins.networkshell.engine.shell.prompt.PromptKnowledge;
import io.jenkins.plugins.networkshell.engine.shell.prompt.PromptLeads;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import io.jenkins.plugins.networkshell.engine.text.Quoted;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * One command from typing it to the prompt after it. Decides line by line what is late output of the command before,
 * what is the echo, and what is this command's output; {@code docs/design-notes/read-loop.md} shows the states.
 */
final class Exchange implements ReadGoal {
    /** So many lines are kept back while it is open whose they are. */
    private static final int MOST_PENDING = 256;
    /** The same where the line that the command was typed in ended without an echo. */
    private static final int MOST_PENDING_WITHOUT_ECHO = 16 * 1024;
    /** How near the end a line must be to count as the prompt that a message of the device came behind. */
    private static final int PROMPT_STILL_NEAR = 20;

    /** Typing more empty lines tells no more. */
    private static final int MOST_PROBES = 3;

    /** What the exchange waits for. */
    enum Until {
        /** The prompt behind the command's output. */
        PROMPT,
        /** The echo alone: more lines of the command's input follow. */
        ECHO,
        /** The echo of a logout, or the end of the session. */
        GOODBYE
    }

    private enum State {
        /** The echo has not come yet: whose output this is, is open. */
        PENDING,
        /** The echo has not come yet, and so much came that it is the output of the command before. */
        LATE,
        OUTPUT
    }

    private record Piece(String text, boolean ended) {}

    private final ShellState shell;
    private final PromptKnowledge prompts;
    private final ProbeLedger probes;
    private final Command command;
    private final String typed;
    private final List<Question> expectedQuestions;
    private final LineSink output;
    private final OutputTail tail;
    private final Until until;
    private String handedOn;
    private final String promptBefore;
    /** Whether the prompt that the command is typed behind may still be a line of a banner. */
    private final boolean assumedPrompt;

    private final EchoMatcher echo;
    private final List<EchoMatcher> missedEchoes = new ArrayList<>();
    private boolean wentOnWithoutEcho;
    private final List<Piece> pending = new ArrayList<>();
    private LineSink late;
    private State state = State.PENDING;
    private int wrappedEchoLines;
    private int probesTyped;
    private List<String> aboveProbe = List.of();
    private boolean leadAsked;
    private boolean echoExact;
    private boolean unheard;
    private long lines;
    private long characters;
    /** Looked like a new prompt when the device was quiet, and the device then said more. */
    private String interrupted = "";

    private long interruptedAt;
    /** The last lines of output. Looked at when the device is stuck only: matching every line would cost too much. */
    private final Deque<String> lastLines = new ArrayDeque<>(PROMPT_STILL_NEAR);

    /**
     * @param line of the command that is typed
     * @param late takes what still belongs to the command before
     * @param output takes this command's output
     */
    Exchange(
            ShellState shell,
            Command command,
            int line,
            List<Question> expectedQuestions,
            LineSink late,
            LineSink output,
            Until until) {
        this.shell = shell;
        this.prompts = shell.prompts();
        this.probes = shell.probes();
        this.command = command;
        this.expectedQuestions = expectedQuestions;
        this.late = late;
        this.output = output;
        this.tail = new OutputTail(this::pass);
        this.until = until;
        this.typed = command.lines().get(line);
        probes.commandTyped();
        this.promptBefore = line == 0 ? shell.lineTypedBehind() : shell.unfinishedLine();
        this.handedOn = line == 0 ? before(prompts.current().stripTrailing(), promptBefore.stripTrailing()) : "";
        this.assumedPrompt = !prompts.isProven();
        this.echo = line == 0
                ? new EchoMatcher(promptBefore, typed, prompts::isDescribed)
                : EchoMatcher.ofInput(promptBefore, typed, prompts::isDescribed);
    }

    /** Whether the command was echoed as it was typed. */
    boolean isEchoExact() {
        return echoExact;
    }

    /** Whether the device threw away what was typed, as some do before their first prompt. */
    boolean isUnheard() {
        return unheard;
    }

    /** Lines of the command's input that were typed before this one and not echoed yet. */
    void expectBefore(List<EchoMatcher> lateEchoes) {
        missedEchoes.addAll(lateEchoes);
    }

    /** The echoes that did not come, in the order of typing. */
    List<EchoMatcher> missedEchoes() {
        List<EchoMatcher> missed = new ArrayList<>(missedEchoes);
        if (state != State.OUTPUT || wentOnWithoutEcho) {
            missed.add(echo);
        }
        return missed;
    }

    @Override
    public void text(String text, boolean ended) {
        if (!missedEchoes.isEmpty() && missedEchoes.get(0).match(text, true) == EchoMatcher.Match.COMPLETE) {
            missedEchoes.remove(0);
            return;
        }
        lines++;
        if (state == State.OUTPUT) {
            if (!probes.holds(text, ended)) {
                probes.release(this::emit);
                emit(text, ended);
            }
            return;
        }
        EchoMatcher.Match match = echo.match(text, state == State.PENDING && lines > 1);
        if (match == EchoMatcher.Match.COMPLETE && typed.isEmpty() && probes.awaitsAnswers()) {
            // The echo of an empty line looks like those of the empty lines before it.
            match = EchoMatcher.Match.NONE;
        }
        switch (match) {
            case COMPLETE -> {
                dropWrappedEcho();
                // What it was typed behind may have had output before the prompt, and was learned by then.
                String prompt = echo.promptSeen().equals(promptBefore) ? prompts.current() : echo.promptSeen();
                echoExact = true;
                borderAt(prompt);
                shell.echoSeen(prompt);
            }
            case BEGUN -> {
                wrappedEchoLines++;
                keepPending(text, ended);
            }
            case NONE -> {
                wrappedEchoLines = 0;
                if (mayBeChangedEcho(text, false) || !probes.holds(text, ended)) {
                    probes.release(this::keepPending);
                    keepPending(text, ended);
                    keepPendingSmall();
                }
            }
        }
    }

    private void keepPending(String text, boolean ended) {
        pending.add(new Piece(withoutHandedOn(text), ended));
    }

    /**
     * What stood before the prompt, in its line, was handed on as the end of an output when the prompt was believed. If it
     * was none, and the line goes on, that must not come twice.
     */
    private String withoutHandedOn(String text) {
        boolean goesOn = !handedOn.isEmpty() && text.startsWith(promptBefore.stripTrailing());
        String rest = goesOn ? text.substring(handedOn.length()) : text;
        handedOn = "";
        return rest;
    }

    private static String before(String prompt, String line) {
        return line.endsWith(prompt) ? line.substring(0, line.length() - prompt.length()) : "";
    }

    private void dropWrappedEcho() {
        for (; wrappedEchoLines > 0; wrappedEchoLines--) {
            pending.remove(pending.size() - 1);
        }
    }

    private void keepPendingSmall() {
        if (state == State.LATE) {
            flushPending(late);
        } else if (pending.size() > (typedLineEndedBare() ? MOST_PENDING_WITHOUT_ECHO : MOST_PENDING)
                && !tookChangedEcho()) {
            if (shell.echoes()) {
                state = State.LATE;
                flushPending(late);
            } else {
                startWithoutEcho();
            }
        }
    }

    /** The prompt's line ended, and nothing that was typed is to be seen in it. */
    private boolean typedLineEndedBare() {
        return pending.get(0).text().stripTrailing().equals(promptBefore.stripTrailing());
    }

    /** The echo came behind {@code prompt}: what was kept until now belongs to the command before. */
    private void borderAt(String prompt) {
        probes.settleAtEcho(prompt, this::keepPending);
        dropLeadOf(prompt);
        startOutput();
    }

    private void dropLeadOf(String prompt) {
        List<String> ends = pending.stream().map(Piece::text).toList();
        int lead = prompts.leads().count(prompt, PromptLeads.endOf(ends));
        pending.subList(pending.size() - lead, pending.size()).clear();
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

    /** Devices that scroll or complete the typed line show it changed: its place tells that it is the echo. */
    private boolean tookChangedEcho() {
        int index = indexOfChangedEcho();
        if (index < 0) {
            return false;
        }
        probes.release(this::keepPending);
        List<Piece> own = new ArrayList<>(pending.subList(index + 1, pending.size()));
        pending.subList(index, pending.size()).clear();
        if (probes.isOutstanding()) {
            probes.hold(pending.stream().map(Piece::text).toList());
            pending.clear();
        }
        borderAt(prompts.current());
        shell.echoSeen(prompts.current());
        own.forEach(piece -> emit(piece.text(), piece.ended()));
        return true;
    }

    private int indexOfChangedEcho() {
        for (int i = 0; i < pending.size(); i++) {
            if (mayBeChangedEcho(pending.get(i).text(), i == 0)) {
                return i;
            }
        }
        return -1;
    }

    private boolean mayBeChangedEcho(String text, boolean first) {
        boolean behindPrompt = text.startsWith(promptBefore);
        return (behindPrompt || first)
                && EchoLikeness.resembles(behindPrompt ? text.substring(promptBefore.length()) : text, typed);
    }

    /** The device shows nothing of what is typed. Its prompt may stand in the line that the output starts in. */
    private void startWithoutEcho() {
        List<Piece> own = new ArrayList<>(pending);
        pending.clear();
        probes.close();
        startOutput();
        for (int i = 0; i < own.size(); i++) {
            String text = own.get(i).text();
            boolean ended = own.get(i).ended();
            if (i == 0 && text.startsWith(promptBefore.stripTrailing())) {
                String rest = text.substring(Math.min(text.length(), promptBefore.length()));
                if (!rest.isBlank()) {
                    emit(rest, ended);
                }
            } else {
                emit(text, ended);
            }
        }
        shell.noEchoSeen();
    }

    private void emit(String text, boolean ended) {
        characters += text.length() + (ended ? 1 : 0);
        tail.text(text, ended);
        if (lastLines.size() == PROMPT_STILL_NEAR) {
            lastLines.removeFirst();
        }
        lastLines.addLast(text);
    }

    private void pass(String text, boolean ended) {
        output.text(text, ended);
    }

    @Override
    public boolean settled(String unfinishedLine) throws NetworkShellException {
        if (until != Until.PROMPT && state == State.OUTPUT) {
            tail.flush();
            return true;
        }
        if (isPromptAfterCommand(unfinishedLine)) {
            if (state != State.OUTPUT && !tookChangedEcho()) {
                return !shell.mayEcho() && believe(unfinishedLine);
            }
            return finishOrAskForLead(unfinishedLine);
        }
        if (probesTyped > 0 && probes.confirms(unfinishedLine, false)) {
            return believe(unfinishedLine);
        }
        if (state == State.OUTPUT && probesTyped == 0 && prompts.isNamedBy(command.text(), unfinishedLine)) {
            probe(unfinishedLine);
            return false;
        }
        respond(unfinishedLine, false);
        return false;
    }

    @Override
    public boolean quiet(String unfinishedLine) throws NetworkShellException {
        if (until == Until.ECHO && !shell.echoes()) {
            return goOnWithoutEcho();
        }
        if (isPromptAfterCommand(unfinishedLine) && state != State.OUTPUT) {
            if (assumedPrompt) {
                return throwAway(unfinishedLine);
            }
            if (!shell.echoes()) {
                return believe(unfinishedLine);
            }
        }
        if (probesTyped > 0 && probes.confirms(unfinishedLine, true)) {
            return believe(unfinishedLine);
        }
        if (respond(unfinishedLine, true)) {
            return false;
        }
        if (assumedPrompt && state != State.OUTPUT && lines > 0 && prompts.isDescribed(unfinishedLine)) {
            return throwAway(unfinishedLine);
        }
        var promptBehindOutput = prompts.knownAtEndOf(unfinishedLine);
        if (state == State.OUTPUT && promptBehindOutput.isPresent()) {
            String line = unfinishedLine.stripTrailing();
            String prompt = promptBehindOutput.get();
            probes.settleAtPrompt(prompt, this::emit);
            emit(line.substring(0, line.length() - prompt.length()), false);
            return reach(prompt);
        }
        probeInterruptedPrompt(unfinishedLine);
        return false;
    }

    /**
     * Where a device logs all the time, it is never silent for long behind a prompt that has changed. What looked like one
     * when it was quiet, and was followed by nothing but messages, is tried.
     */
    private void probeInterruptedPrompt(String unfinishedLine) throws NetworkShellException {
        if (state != State.OUTPUT || probesTyped > 0) {
            return;
        }
        boolean messagesCame = !interrupted.isEmpty() && lines > interruptedAt;
        if (messagesCame
                && (unfinishedLine.isBlank()
                        ? prompts.isDescribed(interrupted)
                        : prompts.looksLikeAnotherMode(unfinishedLine))) {
            probe(unfinishedLine);
        } else if (prompts.looksLikeAnotherMode(unfinishedLine)) {
            interrupted = unfinishedLine.stripTrailing();
            interruptedAt = lines;
        }
    }

    @Override
    public boolean stuck(String unfinishedLine) throws NetworkShellException {
        if (until == Until.ECHO) {
            return goOnWithoutEcho();
        }
        if (shell.dialogue().respondAtLast(unfinishedLine)) {
            return false;
        }
        if (assumedPrompt && state != State.OUTPUT && prompts.isDescribed(unfinishedLine)) {
            return throwAway(unfinishedLine);
        }
        if (isPromptAfterCommand(unfinishedLine)) {
            if (state == State.OUTPUT) {
                return finish(unfinishedLine);
            }
            if (probes.confirms(unfinishedLine, true)) {
                return believe(unfinishedLine);
            }
        }
        if (probesTyped < MOST_PROBES && needsProbe(unfinishedLine)) {
            probe(unfinishedLine);
        }
        return false;
    }

    /** What was typed at a prompt that was only assumed is nowhere to be seen: the device did not take it. */
    private boolean throwAway(String unfinishedLine) {
        unheard = true;
        probes.release(this::keepPending);
        flushPending(late);
        prompts.prove(unfinishedLine);
        return true;
    }

    /** Input may be read without an echo, as a key is: the next line can be typed. */
    private boolean goOnWithoutEcho() {
        wentOnWithoutEcho = true;
        probes.release(this::keepPending);
        startOutput();
        tail.flush();
        return true;
    }

    private void probe(String unfinishedLine) throws NetworkShellException {
        probesTyped++;
        aboveProbe = above();
        shell.probe(unfinishedLine);
    }

    /** The lines right above the unfinished one that may belong to it. */
    private List<String> above() {
        return probes.isHolding() ? PromptLeads.endOf(probes.between()) : tail.above();
    }

    private boolean respond(String unfinishedLine, boolean quiet) throws NetworkShellException {
        return shell.dialogue().respond(unfinishedLine, command.text(), command.answers(), expectedQuestions, quiet);
    }

    private boolean needsProbe(String unfinishedLine) {
        if (state != State.OUTPUT) {
            // This device echoes, so the prompt stands there too early, or the echo got lost.
            return isPromptAfterCommand(unfinishedLine);
        }
        boolean messageCameBehindPrompt = unfinishedLine.isBlank()
                && !probes.isOutstanding()
                && lastLines.stream().anyMatch(prompts::isKnown);
        return messageCameBehindPrompt || prompts.mayBeNew(unfinishedLine);
    }

    private boolean isPromptAfterCommand(String unfinishedLine) {
        return lines > 0 && prompts.isKnown(unfinishedLine);
    }

    /** An empty line has shown that this is the prompt, or the device is known not to echo. */
    private boolean believe(String unfinishedLine) throws NetworkShellException {
        if (state != State.OUTPUT && !tookChangedEcho()) {
            startWithoutEcho();
        }
        return finish(unfinishedLine);
    }

    private boolean finishOrAskForLead(String unfinishedLine) throws NetworkShellException {
        if (command.expectsDisconnect()) {
            return false;
        }
        if (leadAsked) {
            return probes.confirms(unfinishedLine, false) && finish(unfinishedLine);
        }
        if (!(probesTyped > 0 && probes.confirms(unfinishedLine, false))
                && prompts.leads().needsProof(unfinishedLine, above())) {
            leadAsked = true;
            probe(unfinishedLine);
            return false;
        }
        return finish(unfinishedLine);
    }

    private boolean finish(String unfinishedLine) {
        if (probesTyped > 0 && probes.confirms(unfinishedLine, true)) {
            prompts.leads().prove(unfinishedLine, aboveProbe, probes.between());
            prompts.prove(probes.candidate(), unfinishedLine);
        }
        probes.settleAtPrompt(unfinishedLine, this::emit);
        tail.drop(prompts.leads().count(unfinishedLine, tail.above()));
        return reach(unfinishedLine);
    }

    private boolean reach(String prompt) {
        tail.flush();
        prompts.prove(prompt);
        return true;
    }

    @Override
    public boolean reachedAtEnd() {
        return until == Until.GOODBYE || command.expectsDisconnect() || shell.endsSession(command.text());
    }

    @Override
    public String doing() {
        return Quoted.line(shell.redact(command.text()));
    }

    @Override
    public String expected() {
        return "the prompt " + Quoted.line(promptBefore);
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
            probes.release(this::keepPending);
            flushPending(late);
        }
    }

    /** The session ended with this command: what is still kept back is its output. */
    void sessionEnded(String unfinishedLine) {
        if (state != State.OUTPUT && !tookChangedEcho()) {
            startWithoutEcho();
        }
        probes.release(this::emit);
        tail.flush();
        if (!unfinishedLine.isBlank() && !prompts.isKnown(unfinishedLine)) {
            emit(unfinishedLine, false);
            tail.flush();
        }
    }
}
