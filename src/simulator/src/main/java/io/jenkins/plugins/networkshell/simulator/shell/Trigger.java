package io.jenkins.plugins.networkshell.simulator.shell;

/** The effect of a fault when the output reaches its position. */
public sealed interface Trigger {
    /** The output ends here. */
    sealed interface Ending extends Trigger {}

    /** TCP closes without an SSH disconnect. */
    record Drop() implements Ending {}

    /** The channel closes normally. */
    record HangUp() implements Ending {}

    /** The server disconnects and says why. */
    record Disconnect(String reason) implements Ending {}

    /** End-of-file, and nothing after it. */
    record Eof() implements Ending {}

    /** Nothing more is sent, nothing is closed. */
    record Stall() implements Ending {}

    /** Other bytes are inserted; the output continues. */
    record Insert(String text) implements Trigger {}

    /** Keys are exchanged; the output continues. */
    record Rekey() implements Trigger {}
}
