package io.jenkins.plugins.networkshell.simulator.shell;

import java.util.function.Consumer;

/** The channel of one shell, as the shell sees it. */
public interface Wire {
    /**
     * Sends bytes as one piece; there is never more than one pending call.
     *
     * @param done called when the next piece may be sent: true, or false if the channel has ended
     */
    void send(byte[] bytes, int offset, int length, Consumer<Boolean> done);

    /** Ends the channel normally: exit status, end-of-file, close. */
    void exit(int status);

    /** Applies the effect of a fault to the connection. */
    void fail(Trigger.Ending ending);

    /** Starts a key re-exchange; output continues as the protocol allows. */
    void rekey();
}
