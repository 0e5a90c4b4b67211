package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.RecognitionSign;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.util.List;

/**
 * Receives the events of a session as they happen, on the thread that runs it. An implementation must be quick and must
 * not call back into the shell.
 */
public interface ShellListener {
    ShellListener NONE = new ShellListener() {};

    /** Logged in, recognised and ready for the first command. */
    default void opened(Platform platform, String prompt) {}

    /**
     * The platform was recognised; called before {@link #opened}. Not called if the platform was named or stays
     * unknown.
     *
     * @param signs what identified it, at least one
     */
    default void recognised(Platform platform, List<RecognitionSign> signs) {}

    /**
     * A command entered another platform, or returned from one: {@code vtysh} on a server, {@code bash} on a switch.
     *
     * @param platform where the next command is typed
     */
    default void moved(Platform platform) {}

    /** @param index the command's place in the session, from 0 */
    default void commandStarted(int index, Command command) {}

    /**
     * A clean piece of output.
     *
     * @param index the command that caused it: for late output, an earlier command than the one started last
     * @param ended false if the line continues in the next call, or if the device did not end it
     */
    default void line(int index, String text, boolean ended) {}

    /**
     * The same as {@link #line} for each line.
     *
     * @param lines several lines, each with its {@code \n}
     */
    default void lines(int index, String lines) {
        LineSink each = (text, ended) -> line(index, text, ended);
        each.lines(lines);
    }

    default void commandEnded(int index, CommandResult result) {}

    /**
     * Something the user should know although nothing failed, for instance an automatically answered password question.
     */
    default void notice(String sentence) {}
}
