package io.jenkins.plugins.networkshell.engine.session;

import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.shell.Command;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.util.List;

/**
 * Receives the events of a session as they happen, on the thread that runs it. The events are unmasked: an
 * implementation that shows them to people must mask them. It must be quick, must not throw and must not call back into
 * the session.
 *
 * <p>Commands are counted from 0, in the order in which they are typed.
 */
public interface SessionListener {
    /** Ignores all events. */
    SessionListener NONE = new SessionListener() {};

    /** Connected and authenticated; the shell is opened next. */
    default void connected(ConnectionFacts connection) {}

    /** Logged in, recognised and ready for the first command. */
    default void opened(Platform platform, String prompt) {}

    /**
     * Called before {@link #opened} if the platform was not named.
     *
     * @param signs by which it was recognised, in words
     */
    default void recognised(Platform platform, List<String> signs) {}

    /**
     * A command led to another platform, or back: {@code vtysh} on a server, {@code bash} on a switch. The secrets of
     * the previous platform stay masked.
     *
     * @param platform where the next command is typed
     */
    default void moved(Platform platform) {}

    /** @param prompt at which the command is typed */
    default void commandStarted(int index, String prompt, Command command) {}

    /**
     * A clean piece of output.
     *
     * @param index the command that caused it; late output belongs to an earlier command than the last one started
     * @param ended false if the line continues with the next call, or if the device did not end it
     */
    default void output(int index, String text, boolean ended) {}

    /**
     * The same as {@link #output} for each line.
     *
     * @param lines several lines, each with its {@code \n}
     */
    default void outputLines(int index, String lines) {
        LineSink each = (text, ended) -> output(index, text, ended);
        each.lines(lines);
    }

    /** The prompt is back. Late output may still change the result; {@link SessionOutcome} has the final one. */
    default void commandEnded(int index, CommandResult result) {}

    /** A notice for the user although nothing failed, for example about an answered password question. */
    default void notice(String sentence) {}

    /** A configuration is complete and in place. */
    default void kept(KeptConfiguration configuration) {}
}
