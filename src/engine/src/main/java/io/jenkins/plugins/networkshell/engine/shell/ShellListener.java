package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.RecognitionSign;
import java.util.List;

/**
 * Hears what happens in a session while it happens, on the thread that runs it. An implementation must be quick and
 * must not call back into the shell.
 */
public interface ShellListener {
    ShellListener NONE = new ShellListener() {};

    /** Logged in, recognised and ready for the first command. */
    default void opened(Platform platform, String prompt) {}

    /**
     * The platform was recognised, before {@link #opened}. Not called where it was named, or stays unknown.
     *
     * @param signs what decided, at least one
     */
    default void recognised(Platform platform, List<RecognitionSign> signs) {}

    /**
     * A command led to another platform, or back: {@code vtysh} on a server, {@code bash} on a switch.
     *
     * @param platform where the next command is typed
     */
    default void moved(Platform platform) {}

    /** @param index the command's place in the session, from 0 */
    default void commandStarted(int index, Command command) {}

    /**
     * A clean piece of output.
     *
     * @param index the command that caused it: for output that comes late an earlier one than was started last
     * @param ended false when the line goes on with the next call, or was not ended by the device
     */
    default void line(int index, String text, boolean ended) {}

    default void commandEnded(int index, CommandResult result) {}

    /** Something the user should know although nothing failed, for instance an answered password question. */
    default void notice(String sentence) {}
}
