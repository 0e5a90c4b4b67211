package io.jenkins.plugins.networkshell.cli.run;

import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.io.IOException;

/** What goes to the standard output stream. */
interface ResultOutput extends AutoCloseable {
    /** Where a command's output goes. */
    LineSink sink(int index);

    /** Waits until what came so far is written, so that messages about it come after it. */
    void drain();

    /**
     * The session is over, one way or the other.
     *
     * @throws IOException when the stream did not take all of it
     */
    void finish(RunOutcome outcome) throws IOException;

    @Override
    void close();
}
