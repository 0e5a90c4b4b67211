package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.ShellTimeoutException;
import io.jenkins.plugins.networkshell.engine.shell.Exchange.Until;
import io.jenkins.plugins.networkshell.engine.shell.border.EchoMatcher;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Types commands and reads their results within the limits. Not thread-safe. */
final class Typist {
    private static final LineSink NOWHERE = (text, ended) -> {};

    private final Conversation conversation;
    private final ShellState state;
    private final Limits limits;
    private final LongSupplier nanoClock;
    /** Receives remaining output of the command that was typed last. */
    private LineSink late = NOWHERE;

    private boolean ended;
    private boolean heard;

    Typist(Conversation conversation, ShellState state, Limits limits, LongSupplier nanoClock) {
        this.conversation = conversation;
        this.state = state;
        this.limits = limits;
        this.nanoClock = nanoClock;
    }

    /** Whether the device has ended the session as expected. */
    boolean hasEnded() {
        return ended;
    }

    /** Whether the line that was typed last was echoed as it was typed. */
    boolean isHeard() {
        return heard;
    }

    LineSink late() {
        return late;
    }

    LongSupplier nanoClock() {
        return nanoClock;
    }

    void type(CommandRun run) throws NetworkShellException {
        Command command = run.command();
        Deadline deadline = deadline(command);
        long start = nanoClock.getAsLong();
        state.dialogue().startCommand();
        int lines = command.lines().size();
        List<EchoMatcher> missed = List.of();
        for (int line = 0; line < lines && !ended; line++) {
            Exchange exchange = new Exchange(state, run, line, late, line < lines - 1 ? Until.ECHO : Until.PROMPT);
            exchange.expectBefore(missed);
            late = run;
            await(exchange, run, List.of(command.lines().get(line)), deadline, start);
            missed = exchange.missedEchoes();
        }
    }

    /** @return false if the device threw the command away, so that nothing of it was echoed or printed */
    boolean typeTogether(Preface preface, CommandRun run) throws NetworkShellException {
        state.dialogue().startCommand();
        Exchange exchange = Exchange.after(preface, state, run);
        late = run;
        List<String> lines = new ArrayList<>(preface.commands());
        lines.add(run.command().text());
        await(exchange, run, lines, deadline(run.command()), nanoClock.getAsLong());
        if (exchange.isUnheard()) {
            late = NOWHERE;
        }
        return !exchange.isUnheard();
    }

    private Deadline deadline(Command command) {
        return Deadline.in(command.timeout() == null ? limits.command() : command.timeout(), nanoClock);
    }

    private void await(Exchange exchange, CommandRun run, List<String> lines, Deadline deadline, long start)
            throws NetworkShellException {
        boolean reached = false;
        try {
            conversation.typeLines(lines);
            reached = conversation.await(exchange, deadline, "command limit", limits.silence());
            ended = !reached;
        } finally {
            run.took(Duration.ofNanos(nanoClock.getAsLong() - start));
            heard = exchange.isEchoExact();
            run.setHeard(heard);
            if (!reached) {
                exchange.sessionEnded(conversation.unfinishedLine());
            }
        }
    }

    /** Each of the commands has the time limit of a single one. */
    void typeTogether(SentAheadExchange exchange, List<String> commands) throws NetworkShellException {
        state.dialogue().startCommand();
        conversation.typeLines(commands);
        while (!exchange.isOver()) {
            conversation.await(exchange, Deadline.in(limits.command(), nanoClock), "command limit", limits.silence());
        }
    }

    /** Everything printed for the typed commands has certainly arrived. */
    void expectNothingLate() {
        late = NOWHERE;
    }

    /**
     * Types the logout: its echo marks the end of the last output.
     *
     * @return false if it was not echoed
     */
    boolean sayGoodbye(String logout) throws NetworkShellException {
        Exchange exchange = new Exchange(state, CommandRun.own(logout, null), 0, late, Until.GOODBYE);
        try {
            conversation.type(logout, true);
            conversation.await(exchange, Deadline.in(limits.command(), nanoClock), "command limit", limits.silence());
            return true;
        } catch (ShellTimeoutException e) {
            exchange.giveUpOnEcho();
            return false;
        }
    }
}
