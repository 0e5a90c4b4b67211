package io.jenkins.plugins.networkshell.cli.run;

import io.jenkins.plugins.networkshell.engine.session.SessionOutcome;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.io.IOException;

/** The output to standard output. */
interface ResultOutput extends AutoCloseable {
    /** A clean piece of a command's output; see {@code SessionListener.output}. */
    void text(int index, String text, boolean ended);

    /**
     * The same as {@link #text} for each line.
     *
     * @param lines several lines, each with its {@code \n}
     */
    default void lines(int index, String lines) {
        LineSink each = (text, ended) -> text(index, text, ended);
        each.lines(lines);
    }

    /** Waits until the output so far is written, so that messages about it follow it. */
    void drain();

    /**
     * The session has ended.
     *
     * @throws IOException if the stream did not accept all of it
     */
    void finish(SessionOutcome outcome) throws IOException;

    @Override
    void close();
}
