package io.jenkins.plugins.networkshell.engine.session;

import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.shell.Command;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import java.util.List;

/**
 * Hears what happens in a session while it happens, on the thread that runs it. What it hears is exact: whoever shows it
 * to people masks it. An implementation must be quick, must not throw and must not call back into the session.
 *
 * <p>Commands are counted from 0, in the order in which they are typed.
 */
public interface SessionListener {
    /** Hears nothing. */
    SessionListener NONE = new SessionListener() {};

    /** Connected and authenticated; the shell is opened next. */
    default void connected(ConnectionFacts connection) {}

    /** Logged in, recognised and ready for the first command. */
    default void opened(Platform platform, String prompt) {}

    /**
     * Told before {@link #opened} if the platform was not named.
     *
     * @param signs what it was recognised by, in words
     */
    default void recognised(Platform platform, List<String> signs) {}

    /**
     * A command led to another platform, or back: {@code vtysh} on a server, {@code bash} on a switch. What was secret
     * before stays so.
     *
     * @param platform where the next command is typed
     */
    default void moved(Platform platform) {}

    /** @param prompt that the command is typed behind */
    default void commandStarted(int index, String prompt, Command command) {}

    /**
     * A clean piece of output.
     *
     * @param index the command that caused it; output that comes late belongs to an earlier one than was started last
     * @param ended false if the line goes on with the next call, or if the device did not end it
     */
    default void output(int index, String text, boolean ended) {}

    /** The prompt is back. What comes late may still change the result; {@link SessionOutcome} has the final one. */
    default void commandEnded(int index, CommandResult result) {}

    /** Something the user should know although nothing failed, for instance an answered password question. */
    default void notice(String sentence) {}

    /** A configuration is complete and in its place. */
    default void kept(KeptConfiguration configuration) {}
}
