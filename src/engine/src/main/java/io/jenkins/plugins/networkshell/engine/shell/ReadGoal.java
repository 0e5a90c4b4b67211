package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;

/** What the conversation reads for. It passes input to the goal until the goal reports that it is reached. */
interface ReadGoal extends LineSink {
    /** Whether the goal needs no look at each line now, so that many may come in one call of {@link #lines}. */
    default boolean takesLines() {
        return false;
    }

    /**
     * Everything available has been read; the device may have more to say.
     *
     * @param unfinishedLine the text before the cursor
     * @return whether the goal is reached
     */
    boolean settled(String unfinishedLine) throws NetworkShellException;

    /**
     * The device has been quiet for a while after {@code unfinishedLine}.
     *
     * @return whether the goal is reached
     */
    boolean quiet(String unfinishedLine) throws NetworkShellException;

    /**
     * The device has been quiet for much longer: time to act.
     *
     * @return whether the goal is reached
     */
    boolean stuck(String unfinishedLine) throws NetworkShellException;

    /** @return whether the goal is reached when the device ends the shell */
    boolean reachedAtEnd();

    /** For errors: {@code 'display version'} or {@code logging in}. */
    String doing();

    /** For errors: what was expected, for instance {@code the prompt '<HUAWEI>'}. */
    String expected();

    /** For errors: how far it got, for instance {@code after 1234 characters of its output}. */
    String progress();
}
