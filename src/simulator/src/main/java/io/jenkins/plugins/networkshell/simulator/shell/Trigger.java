package io.jenkins.plugins.networkshell.simulator.shell;

/** What happens when the output reaches the place where a fault waits. */
public sealed interface Trigger {
    /** The output ends here. */
    sealed interface Ending extends Trigger {}

    /** TCP closes without a goodbye. */
    record Drop() implements Ending {}

    /** The channel closes properly. */
    record HangUp() implements Ending {}

    /** The server disconnects and says why. */
    record Disconnect(String reason) implements Ending {}

    /** End-of-file, and nothing after it. */
    record Eof() implements Ending {}

    /** Nothing more is sent, nothing is closed. */
    record Stall() implements Ending {}

    /** More bytes come in between; the output continues. */
    record Insert(String text) implements Trigger {}

    /** Keys are exchanged; the output continues. */
    record Rekey() implements Trigger {}
}
