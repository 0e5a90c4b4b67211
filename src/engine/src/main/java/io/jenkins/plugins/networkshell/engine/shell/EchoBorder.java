package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.shell.border.EchoLikeness;
import io.jenkins.plugins.networkshell.engine.shell.border.EchoMatcher;
import io.jenkins.plugins.networkshell.engine.shell.border.ProbeLedger;
import io.jenkins.plugins.networkshell.engine.shell.border.TypedLine;
import io.jenkins.plugins.networkshell.engine.shell.prompt.PromptKnowledge;
import io.jenkins.plugins.networkshell.engine.shell.prompt.PromptLeads;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds where the output of one command begins. Decides for each line whether it is late output of the previous
 * command, the echo, or this command's output, and holds lines back while that is undecided. Not thread-safe.
 */
final class EchoBorder {
    /** The maximum number of lines held back while their owner is undecided. */
    private static final int MOST_PENDING = 256;
    /** The same limit after the line in which the command was typed ended without an echo. */
    private static final int MOST_PENDING_WITHOUT_ECHO = 16 * 1024;

    private enum State {
        /** The echo has not come yet, and the owner of the output is undecided. */
        PENDING,
        /** The echo has not come yet, and there is so much output that it belongs to the previous command. */
        LATE,
        OUTPUT
    }

    private record Piece(String text, boolean ended) {}

    private final ShellState shell;
    private final PromptKnowledge prompts;
    private final ProbeLedger probes;
    private final TypedLine typed;
    private final EchoMatcher echo;
    /** Null if the command is typed alone. */
    private final Preface preface;

    private final LineSink output;
    private final List<EchoMatcher> missedEchoes = new ArrayList<>();
    private final List<Piece> pending = new ArrayList<>();
    private LineSink late;
    private String handedOn;
    private State state = State.PENDING;
    private long lines;
    private int wrappedEchoLines;
    private boolean echoExact;
    private boolean wentOnWithoutEcho;

    /**
     * @param preface what is typed immediately before the command and appears before its echo, or null
     * @param late receives what still belongs to the previous command
     * @param output receives the part of this command's output that was held back here
     */
    EchoBorder(ShellState shell, TypedLine typed, Preface preface, LineSink late, LineSink output) {
        this.shell = shell;
        this.prompts = shell.prompts();
        this.probes = shell.probes();
        this.typed = typed;
        this.echo = typed.echo(prompts::isDescribed);
        this.handedOn = typed.handedOn();
        this.preface = preface;
        this.late = late;
        this.output = output;
    }

    /** Whether the text that follows is this command's output. */
    boolean isFound() {
        return state == State.OUTPUT;
    }

    /** Whether the command was echoed as it was typed. */
    boolean isEchoExact() {
        return echoExact;
    }

    /** Input lines of the command that were typed before this one and have not been echoed yet. */
    void expectBefore(List<EchoMatcher> lateEchoes) {
        missedEchoes.addAll(lateEchoes);
    }

    /** The missing echoes, in typing order. */
    List<EchoMatcher> missedEchoes() {
        List<EchoMatcher> missed = new ArrayList<>(missedEchoes);
        if (!isFound() || wentOnWithoutEcho) {
            missed.add(echo);
        }
        return missed;
    }

    /** Whether echoes of earlier lines may still come. */
    boolean missesEchoes() {
        return !missedEchoes.isEmpty();
    }

    /** Whether the line is the echo of one of the earlier lines. */
    boolean isMissedEcho(String text) {
        boolean missed = !missedEchoes.isEmpty() && missedEchoes.get(0).match(text, true) == EchoMatcher.Match.COMPLETE;
        if (missed) {
            missedEchoes.remove(0);
        }
        return missed;
    }

    /** Handles a line that comes before the border is found. */
    void text(String text, boolean ended) {
        lines++;
        if (preface != null && preface.hears(text)) {
            return;
        }
        switch (match(text)) {
            case COMPLETE -> {
                dropWrappedEcho();
                // The prompt may have been preceded by output on its line, and may have been learned since.
                String prompt = echo.promptSeen().equals(typed.promptBefore()) ? prompts.current() : echo.promptSeen();
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

    private EchoMatcher.Match match(String text) {
        // A Unix terminal shows typed-ahead text immediately, without a prompt; the border comes later.
        boolean bareAllowed = state == State.PENDING && lines > 1 && preface == null;
        EchoMatcher.Match match = echo.match(text, bareAllowed);
        // The echo of an empty line looks like the echoes of the empty lines before it.
        return match == EchoMatcher.Match.COMPLETE && typed.text().isEmpty() && probes.awaitsAnswers()
                ? EchoMatcher.Match.NONE
                : match;
    }

    private void keepPending(String text, boolean ended) {
        pending.add(new Piece(withoutHandedOn(text), ended));
    }

    /** If it was not a prompt and its line continues, text that was already passed on must not be repeated. */
    private String withoutHandedOn(String text) {
        boolean goesOn =
                !handedOn.isEmpty() && text.startsWith(typed.promptBefore().stripTrailing());
        String rest = goesOn ? text.substring(handedOn.length()) : text;
        handedOn = "";
        return rest;
    }

    private void dropWrappedEcho() {
        for (; wrappedEchoLines > 0; wrappedEchoLines--) {
            pending.remove(pending.size() - 1);
        }
    }

    private void keepPendingSmall() {
        if (state == State.LATE) {
            flushPending(late);
        } else if (pending.size() > mostPending() && !tookChangedEcho()) {
            if (shell.echoes()) {
                state = State.LATE;
                flushPending(late);
            } else {
                startWithoutEcho();
            }
        }
    }

    private int mostPending() {
        return preface != null || isBarePrompt(pending.get(0)) ? MOST_PENDING_WITHOUT_ECHO : MOST_PENDING;
    }

    /** The prompt's line ended without showing anything that was typed. */
    private boolean isBarePrompt(Piece piece) {
        return piece.text().stripTrailing().equals(typed.promptBefore().stripTrailing());
    }

    /** The echo came after {@code prompt}: what was held until now belongs to the previous command. */
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
        if (preface != null) {
            preface.done();
        }
        // Whatever is held of the previous command can be released now.
        late = null;
    }

    private void flushPending(LineSink to) {
        pending.forEach(piece -> to.text(piece.text(), piece.ended()));
        pending.clear();
    }

    /** Devices that scroll or complete the typed line show it changed: its position identifies it as the echo. */
    boolean tookChangedEcho() {
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
        own.forEach(piece -> output.text(piece.text(), piece.ended()));
        return true;
    }

    private int indexOfChangedEcho() {
        for (int i = 0; i < pending.size(); i++) {
            if (mayBeChangedEcho(pending.get(i).text(), i == 0 && preface == null)) {
                return i;
            }
        }
        return -1;
    }

    private boolean mayBeChangedEcho(String text, boolean first) {
        String before = typed.promptBefore();
        boolean behindPrompt = text.startsWith(before);
        return (behindPrompt || first)
                && EchoLikeness.resembles(behindPrompt ? text.substring(before.length()) : text, typed.text());
    }

    /** The device echoes nothing. Its prompt may be on the line in which the output starts. */
    void startWithoutEcho() {
        int from = preface == null ? 0 : lastPromptTypedBehind();
        List<Piece> own = new ArrayList<>(pending.subList(from, pending.size()));
        pending.subList(from, pending.size()).clear();
        probes.close();
        startOutput();
        for (int i = 0; i < own.size(); i++) {
            String text = own.get(i).text();
            boolean ended = own.get(i).ended();
            if (i == 0 && text.startsWith(typed.promptBefore().stripTrailing())) {
                String rest = text.substring(
                        Math.min(text.length(), typed.promptBefore().length()));
                if (!rest.isBlank()) {
                    output.text(rest, ended);
                }
            } else {
                output.text(text, ended);
            }
        }
        shell.noEchoSeen();
    }

    /** Input may be read without an echo, like a key press: the next line can be typed. */
    void goOnWithoutEcho() {
        wentOnWithoutEcho = true;
        probes.release(this::keepPending);
        startOutput();
    }

    /** The echo will not come: the text received instead is output of the previous command. */
    void giveUp() {
        probes.release(this::keepPending);
        flushPending(late);
        if (preface != null && preface.isHeard()) {
            preface.done();
        }
    }

    /** Whether a command that was typed together with others has not even ended its own input line. */
    boolean isWithoutTrace() {
        return preface != null && lastPromptTypedBehind() == pending.size();
    }

    /** Whether the others were echoed. */
    boolean isPrefaceHeard() {
        return preface != null && preface.isHeard();
    }

    /** Where the command's input line ended: the earlier commands are those of the preface. */
    private int lastPromptTypedBehind() {
        int left = preface.commands().size() - preface.heard();
        for (int i = 0; i < pending.size(); i++) {
            if (pending.get(i).text().startsWith(typed.promptBefore().stripTrailing()) && left-- == 0) {
                return i;
            }
        }
        return pending.size();
    }
}
