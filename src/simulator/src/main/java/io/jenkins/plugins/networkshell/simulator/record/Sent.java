package io.jenkins.plugins.networkshell.simulator.record;

/** An action of a client. {@code connection} counts the device's connections from 0. */
public sealed interface Sent {
    long connection();

    /**
     * A login attempt.
     *
     * @param secret the password or the answers in their order, or the key's fingerprint: as typed, not masked
     */
    record Auth(long connection, String method, String user, String secret, boolean accepted) implements Sent {}

    record Pty(long connection, String term, int columns, int rows) implements Sent {}

    record Resize(long connection, int columns, int rows) implements Sent {}

    record Env(long connection, String name, String value) implements Sent {}

    record Shell(long connection) implements Sent {}

    record Exec(long connection, String command) implements Sent {}

    record Signal(long connection, String name) implements Sent {}

    /** @param text decoded with the device's charset; exactly what arrived in one SSH packet is {@code Bytes} */
    record Line(long connection, String text, Kind kind) implements Sent {
        /** The state of the device when the line was finished. */
        public enum Kind {
            COMMAND,
            ANSWER,
            /** An answer that the device did not echo. */
            HIDDEN_ANSWER
        }
    }

    /** A single key: at a pager, or at a question that takes any key. */
    record Key(long connection, char key) implements Sent {}

    /** The payload of one channel packet of a shell, before any interpretation. */
    record Bytes(long connection, byte[] bytes) implements Sent {
        public Bytes {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }
    }

    /** The client sent end-of-file on this shell. */
    record Eof(long connection) implements Sent {}

    /** The shell's channel is closed, by whichever side. */
    record Closed(long connection) implements Sent {}
}
