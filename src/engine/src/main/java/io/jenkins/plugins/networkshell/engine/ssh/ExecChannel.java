package io.jenkins.plugins.networkshell.engine.ssh;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A command or subsystem on a separate channel, as bytes. One thread at a time may call {@link #read}, another one may
 * write, and any thread may call {@link #close}.
 */
public interface ExecChannel extends AutoCloseable {
    /**
     * Waits for output or errors.
     *
     * @param timeout the longest wait; zero does not wait
     * @return what was put into {@code buffer}; {@link Source#END} follows the last byte, once the command's exit
     *     status is known
     * @throws NetworkShellException {@code CANCELLED} when cancelled or interrupted, {@code CONNECTION_LOST} when the
     *     connection broke
     */
    default Piece read(byte[] buffer, Duration timeout) throws NetworkShellException {
        return read(buffer, 1, timeout);
    }

    /**
     * Like {@link #read(byte[], Duration)}, for a reader that expects a certain amount and saves a wake-up for each
     * part of it.
     *
     * @param least the expected amount of output, at most the buffer's length; available bytes wait some milliseconds
     *     for the rest, so less may be returned
     */
    Piece read(byte[] buffer, int least, Duration timeout) throws NetworkShellException;

    /**
     * Sends input; waits while the other side accepts none.
     *
     * @throws NetworkShellException {@code CONNECTION_LOST} even if only the command has ended
     */
    void write(byte[] bytes, int offset, int length) throws NetworkShellException;

    /**
     * Sends input with a limit.
     *
     * @param timeout the longest time in which the other side accepts nothing; restarts whenever it accepts something
     * @return false if it accepted nothing for that long; part of the bytes may have been sent
     */
    boolean write(byte[] bytes, int offset, int length, Duration timeout) throws NetworkShellException;

    /**
     * Announces the approximate number of bytes to send or receive. For many, it is worth a tenth of a second, once per
     * process, to make Java encrypt at full speed. Without it, only time is lost.
     */
    default void expectBytes(long count) {}

    /** Ends the input. Reading continues. */
    void endInput() throws NetworkShellException;

    /** @param name without {@code SIG}, for instance {@code INT}; not all servers deliver signals */
    void signal(String name) throws NetworkShellException;

    /** Known after {@link Source#END}; empty if the device did not report it, or a signal ended the command. */
    OptionalInt exitStatus();

    /** The signal that ended the command, without {@code SIG}. */
    Optional<String> exitSignal();

    /** Closes the channel, not the connection. Never throws. */
    @Override
    void close();

    /** @param count number of bytes in the buffer; 0 for {@link Source#NOTHING} and {@link Source#END} */
    record Piece(Source source, int count) {}

    /** The source of bytes. */
    enum Source {
        OUTPUT,
        ERRORS,
        /** The wait ended without data. */
        NOTHING,
        END
    }
}
