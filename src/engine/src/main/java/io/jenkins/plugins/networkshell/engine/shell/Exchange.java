package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.shell.border.EchoMatcher;
import io.jenkins.plugins.networkshell.engine.shell.border.ProbeLedger;
import io.jenkins.plugins.networkshell.engine.shell.border.TypedLine;
import io.jenkins.plugins.networkshell.engine.shell.prompt.InterruptedPrompt;
import io.jenkins.plugins.networkshell.engine.shell.prompt.PromptKnowledge;
import io.jenkins.plugins.networkshell.engine.shell.prompt.PromptLeads;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import io.jenkins.plugins.networkshell.engine.text.Quoted;
import java.util.List;

/**
 * Handles one command from typing it to the prompt after it: answers questions, types empty lines where they help, and
 * decides when the output is complete. {@link EchoBorder} finds where the output begins; {@code
 * docs/design-notes/read-loop.md} describes the whole.
 */
final class Exchange implements ReadGoal {
    /** The maximum number of empty lines; more of them give no more information. */
    private static final int MOST_PROBES = 3;

    /** What the exchange waits for. */
    enum Until {
        /** The prompt after the command's output. */
        PROMPT,
        /** Only the echo: more lines of the command's input follow. */
        ECHO,
        /** The echo of a logout, or the end of the session. */
        GOODBYE
    }

    private final ShellState shell;
    private final PromptKnowledge prompts;
    private final ProbeLedger probes;
    private final CommandRun run;
    private final Command command;
    private final TypedLine typed;
    private final ExchangeOutput output;
    private final Until until;
    /** Whether the command is the engine's own, and the prompt at which it is typed may still be a line of a banner. */
    private final boolean assumedPrompt;

    /** Whether it was typed together with others before it. */
    private final boolean prefaced;

    private final EchoBorder border;
    private int probesTyped;
    private List<String> aboveProbe = List.of();
    private boolean leadAsked;
    private boolean unheard;
    private long lines;
    private final InterruptedPrompt interrupted;

    /**
     * @param line of the command that is typed
     * @param late receives what still belongs to the previous command
     */
    Exchange(ShellState shell, CommandRun run, int line, LineSink late, Until until) {
        this(shell, run, line, late, until, null);
    }

    private Exchange(ShellState shell, CommandRun run, int line, LineSink late, Until until, Preface preface) {
        this.shell = shell;
        this.prompts = shell.prompts();
        this.probes = shell.probes();
        this.run = run;
        this.command = run.command();
        this.typed = typedLine(command.lines().get(line), line == 0);
        this.output = new ExchangeOutput(shell.dialogue(), run);
        this.interrupted = new InterruptedPrompt(prompts);
        this.until = until;
        this.prefaced = preface != null;
        this.assumedPrompt = !prompts.isProven() && !prefaced;
        this.border = new EchoBorder(shell, typed, preface, late, output);
        probes.commandTyped();
    }

    private TypedLine typedLine(String text, boolean first) {
        return first
                ? TypedLine.atPrompt(text, shell.lineTypedBehind(), prompts.current())
                : TypedLine.asInput(text, shell.unfinishedLine());
    }

    /** A command that is typed together with the ones before it. */
    static Exchange after(Preface preface, ShellState shell, CommandRun run) {
        preface.typedBehind(shell.lineTypedBehind(), shell.prompts()::isDescribed);
        return new Exchange(shell, run, 0, preface.printed(), Until.PROMPT, preface);
    }

    /** Whether the command was echoed as it was typed. */
    boolean isEchoExact() {
        return border.isEchoExact();
    }

    /** Whether the device threw away what was typed, as some do before their first prompt. */
    boolean isUnheard() {
        return unheard;
    }

    /** Input lines of the command that were typed before this one and have not been echoed yet. */
    void expectBefore(List<EchoMatcher> lateEchoes) {
        border.expectBefore(lateEchoes);
    }

    /** The missing echoes, in typing order. */
    List<EchoMatcher> missedEchoes() {
        return border.missedEchoes();
    }

    @Override
    public void text(String text, boolean ended) {
        if (border.isMissedEcho(text)) {
            return;
        }
        lines++;
        if (!border.isFound()) {
            border.text(text, ended);
        } else if (!probes.holds(text, ended)) {
            probes.release(output);
            output.text(text, ended);
        }
    }

    @Override
    public boolean takesLines() {
        return border.isFound() && !border.missesEchoes() && !probes.isOutstanding() && !probes.isHolding();
    }

    @Override
    public void lines(String text) {
        lines++; // it matters only whether more came
        output.lines(text);
    }

    @Override
    public boolean settled(String unfinishedLine) throws NetworkShellException {
        output.releaseUpToPager();
        if (until != Until.PROMPT && border.isFound()) {
            output.flush();
            return true;
        }
        if (isPromptAfterCommand(unfinishedLine)) {
            if (!border.isFound() && !border.tookChangedEcho()) {
                return !shell.mayEcho() && believe(unfinishedLine, false);
            }
            return finishOrAskForLead(unfinishedLine);
        }
        if (probesTyped > 0 && probes.confirms(unfinishedLine, false)) {
            return believe(unfinishedLine, false);
        }
        if (border.isFound() && probesTyped == 0 && prompts.isNamedBy(command.text(), unfinishedLine)) {
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
        if (isPromptAfterCommand(unfinishedLine) && !border.isFound()) {
            if (assumedPrompt) {
                return throwAway(unfinishedLine);
            }
            if (!prefaced && !shell.echoes() && !shell.mayPromptComeBeforeEcho()) {
                return believe(unfinishedLine, false);
            }
        }
        if (probesTyped > 0 && probes.confirms(unfinishedLine, true)) {
            return believe(unfinishedLine, false);
        }
        if (respond(unfinishedLine, true) || output.turnOverrunPage(unfinishedLine, false)) {
            return false;
        }
        if (assumedPrompt && !border.isFound() && lines > 0 && prompts.isDescribed(unfinishedLine)) {
            return throwAway(unfinishedLine);
        }
        var promptBehindOutput = prompts.knownAtEndOf(unfinishedLine);
        if (border.isFound() && promptBehindOutput.isPresent()) {
            String line = unfinishedLine.stripTrailing();
            String prompt = promptBehindOutput.get();
            probes.settleAtPrompt(prompt, output);
            output.text(line.substring(0, line.length() - prompt.length()), false);
            return reach(prompt);
        }
        probeInterruptedPrompt(unfinishedLine);
        return false;
    }

    private void probeInterruptedPrompt(String unfinishedLine) throws NetworkShellException {
        if (!border.isFound() || probesTyped > 0) {
            return;
        }
        if (interrupted.isProbable(unfinishedLine, lines)) {
            probe(unfinishedLine);
        } else if (prompts.looksLikeAnotherMode(unfinishedLine)) {
            interrupted.see(unfinishedLine.stripTrailing(), lines);
        } else if (!interrupted.isSeen() && isMessageBehindPrompt(unfinishedLine)) {
            interrupted.see(prompts.current(), lines);
        }
    }

    /** Whether the device may be at its prompt although another line came after it. */
    private boolean isMessageBehindPrompt(String unfinishedLine) {
        return unfinishedLine.isBlank() && !probes.isOutstanding() && output.anyOfLastLines(prompts::isKnown);
    }

    @Override
    public boolean stuck(String unfinishedLine) throws NetworkShellException {
        if (until == Until.ECHO) {
            return goOnWithoutEcho();
        }
        if (shell.dialogue().respondAtLast(unfinishedLine) || output.turnOverrunPage(unfinishedLine, true)) {
            return false;
        }
        if (assumedPrompt && !border.isFound() && prompts.isDescribed(unfinishedLine)) {
            return throwAway(unfinishedLine);
        }
        if (isPromptAfterCommand(unfinishedLine)) {
            if (border.isFound()) {
                return finish(unfinishedLine);
            }
            // An empty line that does not even end the line would prove nothing.
            boolean tracedWithoutEcho = prefaced && probesTyped == 0 && !border.isWithoutTrace();
            if (tracedWithoutEcho || probes.confirms(unfinishedLine, true)) {
                return believe(unfinishedLine, true);
            }
        }
        if (clearGivenBackLine(unfinishedLine)) {
            return false;
        }
        if (border.isFound() && !prompts.isKnown(unfinishedLine)) {
            shell.dialogue().requireNoQuestion(unfinishedLine);
        }
        if (probesTyped < MOST_PROBES && needsProbe(unfinishedLine)) {
            probe(unfinishedLine);
        }
        return false;
    }

    /**
     * Some devices return a rejected line for correction: {@code > show inventroy}. It would become the beginning of
     * the next command.
     */
    private boolean clearGivenBackLine(String unfinishedLine) throws NetworkShellException {
        String line = unfinishedLine.stripTrailing();
        String refused = typed.text().strip();
        int length = line.length() - refused.length();
        if (!border.isFound() || refused.isEmpty() || length <= 0 || !line.endsWith(refused)) {
            return false;
        }
        String prompt = line.substring(0, length);
        if (!prompts.isKnown(prompt)) {
            return false;
        }
        shell.dialogue().clearLine();
        probe("");
        return true;
    }

    /** The text typed at a prompt that was only assumed does not appear anywhere: the device did not accept it. */
    private boolean throwAway(String unfinishedLine) {
        unheard = true;
        border.giveUp();
        prompts.prove(unfinishedLine);
        return true;
    }

    /** Input may be read without an echo, like a key press: the next line can be typed. */
    private boolean goOnWithoutEcho() {
        border.goOnWithoutEcho();
        output.flush();
        return true;
    }

    private void probe(String unfinishedLine) throws NetworkShellException {
        probesTyped++;
        aboveProbe = above();
        shell.probe(unfinishedLine);
    }

    /** The lines immediately above the unfinished one that may belong to it. */
    private List<String> above() {
        return probes.isHolding() ? PromptLeads.endOf(probes.between()) : output.above();
    }

    private boolean respond(String unfinishedLine, boolean quiet) throws NetworkShellException {
        return shell.dialogue()
                .respond(unfinishedLine, command.text(), command.answers(), run.expectedQuestions(), quiet);
    }

    private boolean needsProbe(String unfinishedLine) {
        if (!border.isFound()) {
            // This device echoes, so the prompt appeared too early, or the echo got lost.
            return isPromptAfterCommand(unfinishedLine) || prefaced && prompts.isKnown(unfinishedLine);
        }
        return isMessageBehindPrompt(unfinishedLine) || prompts.mayBeNew(unfinishedLine);
    }

    private boolean isPromptAfterCommand(String unfinishedLine) {
        return lines > 0 && prompts.isKnown(unfinishedLine);
    }

    /** An empty line has shown that this is the prompt, or the device is known not to echo. */
    private boolean believe(String unfinishedLine, boolean stuck) throws NetworkShellException {
        if (!border.isFound() && !border.tookChangedEcho()) {
            if (border.isWithoutTrace()) {
                // If nothing of the preface was seen either, only a long silence rules out that everything is still on
                // its way.
                return (stuck || border.isPrefaceHeard()) && takeBack(unfinishedLine);
            }
            border.startWithoutEcho();
        }
        return finish(unfinishedLine);
    }

    /**
     * An empty line was answered, so the text typed before it was either accepted or thrown away; and it did not end a
     * line.
     */
    private boolean takeBack(String unfinishedLine) {
        probes.close();
        return throwAway(unfinishedLine);
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
        probes.settleAtPrompt(unfinishedLine, output);
        output.drop(prompts.leads().count(unfinishedLine, output.above()));
        return reach(unfinishedLine);
    }

    private boolean reach(String prompt) {
        output.flush();
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
        return "the prompt " + Quoted.line(typed.promptBefore());
    }

    @Override
    public String progress() {
        return border.isFound() ? "after " + output.characters() + " characters of its output" : "before its echo came";
    }

    /** The echo will not come: the text received instead is output of the previous command. */
    void giveUpOnEcho() {
        if (!border.isFound()) {
            border.giveUp();
        }
    }

    /** The session ended with this command: what is still held back is its output. */
    void sessionEnded(String unfinishedLine) {
        if (!border.isFound() && !border.tookChangedEcho()) {
            border.startWithoutEcho();
        }
        probes.release(output);
        output.flush();
        if (!unfinishedLine.isBlank() && !prompts.isKnown(unfinishedLine)) {
            output.text(unfinishedLine, false);
            output.flush();
        }
    }
}
