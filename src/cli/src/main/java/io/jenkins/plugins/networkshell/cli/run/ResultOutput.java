package io.jenkins.plugins.networkshell.cli.run;

import io.jenkins.plugins.networkshell.engine.session.SessionOutcome;
import java.io.IOException;

/** What goes to the standard output stream. */
interface ResultOutput extends AutoCloseable {
    /** A clean piece of what a command printed; see {@code SessionListener.output}. */
    void text(int index, String text, boolean ended);

    /** Waits until what came so far is written, so that messages about it come after it. */
    void drain();

    /**
     * The session is over, one way or the other.
     *
     * @throws IOException when the stream did not take all of it
     */
    void finish(SessionOutcome outcome) throws IOException;

    @Override
    void close();
}
