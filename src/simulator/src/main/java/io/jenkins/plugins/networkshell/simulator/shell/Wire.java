package io.jenkins.plugins.networkshell.simulator.shell;

import java.util.function.Consumer;

/** The channel of one shell, as the shell sees it. */
public interface Wire {
    /**
     * Sends bytes as one piece; there is never more than one call under way.
     *
     * @param done told when the next piece may be sent: true, or false when the channel is gone
     */
    void send(byte[] bytes, int offset, int length, Consumer<Boolean> done);

    /** Ends the channel properly: exit status, end-of-file, close. */
    void exit(int status);

    /** Does to the connection what a fault says. */
    void fail(Trigger.Ending ending);

    /** Exchanges keys anew; output continues meanwhile as the protocol allows. */
    void rekey();
}
