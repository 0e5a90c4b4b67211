package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.shell.border.OutputTail;
import io.jenkins.plugins.networkshell.engine.shell.border.OverrunPager;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * The output of a command on its way to its receiver. The last lines wait here while they may belong to the prompt, or be
 * a pager's. Not thread-safe.
 */
final class ExchangeOutput implements LineSink {
    /** How close to the end a line must be to count as a prompt that was followed by a message. */
    private static final int PROMPT_STILL_NEAR = 20;

    private final Dialogue dialogue;
    private final LineSink receiver;
    private final OverrunPager overrun;
    private final OutputTail tail;
    private long characters;
    /** Checked only when the device is stuck: matching every line would cost too much. */
    private final Deque<String> lastLines = new ArrayDeque<>(PROMPT_STILL_NEAR);

    ExchangeOutput(Dialogue dialogue, LineSink receiver) {
        this.dialogue = dialogue;
        this.receiver = receiver;
        this.overrun = new OverrunPager(dialogue::isPagerLine, receiver);
        this.tail = new OutputTail(overrun);
    }

    @Override
    public void text(String text, boolean ended) {
        characters += text.length() + (ended ? 1 : 0);
        tail.text(text, ended);
        if (lastLines.size() == PROMPT_STILL_NEAR) {
            lastLines.removeFirst();
        }
        lastLines.addLast(text);
    }

    /** All but the last of many lines are certainly output; those are looked at one by one. */
    @Override
    public void lines(String text) {
        int end = LineSink.startOfLast(PROMPT_STILL_NEAR, text);
        if (end > 0) {
            String certain = text.substring(0, end);
            characters += certain.length();
            flush();
            receiver.lines(certain);
        }
        LineSink.super.lines(text.substring(end));
    }

    /** The number of characters so far, line ends included. */
    long characters() {
        return characters;
    }

    boolean anyOfLastLines(Predicate<String> condition) {
        return lastLines.stream().anyMatch(condition);
    }

    /** See {@link OutputTail#above}. */
    List<String> above() {
        return tail.above();
    }

    /** The last {@code count} lines belong to the prompt. */
    void drop(int count) {
        tail.drop(count);
    }

    /** Nothing more is at hand: what is certainly no pager's goes on, so that what a person sees does not lag behind. */
    void releaseUpToPager() {
        overrun.releaseUpToPager();
    }

    /** All of it is output. */
    void flush() {
        tail.flush();
        overrun.release();
    }

    /**
     * Answers a pager's prompt whose line messages of the device have ended.
     *
     * @param stuck whether the device has been silent for long
     * @return whether something was typed
     */
    boolean turnOverrunPage(String unfinishedLine, boolean stuck) throws NetworkShellException {
        overrun.releaseUpToPager(); // characters may have been decoded since
        if (!unfinishedLine.isBlank()
                || !overrun.hasPager() && tail.above().stream().noneMatch(dialogue::isPagerLine)) {
            return false;
        }
        tail.flush();
        return dialogue.turnOverrunPage(overrun, stuck);
    }
}
