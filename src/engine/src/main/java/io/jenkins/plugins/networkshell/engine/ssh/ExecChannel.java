package io.jenkins.plugins.networkshell.engine.ssh;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A command or subsystem on a channel of its own, as bytes. {@link #read} is for one thread at a time; writing may be
 * done by another one, and {@link #close} by any.
 */
public interface ExecChannel extends AutoCloseable {
    /**
     * Waits until there is output or errors.
     *
     * @param timeout the longest wait; zero only looks
     * @return what was put into {@code buffer}; {@link Source#END} comes after the last byte, once the command's exit
     *     status is known
     * @throws NetworkShellException {@code CANCELLED} when cancelled or interrupted, {@code CONNECTION_LOST} when the
     *     connection broke
     */
    default Piece read(byte[] buffer, Duration timeout) throws NetworkShellException {
        return read(buffer, 1, timeout);
    }

    /**
     * The same for a reader who knows that a certain amount is on its way, and saves being woken for each part of it.
     *
     * @param least how much output is known to come, at most the buffer's length; what is there waits some milliseconds
     *     for the rest, so less may be put into the buffer
     */
    Piece read(byte[] buffer, int least, Duration timeout) throws NetworkShellException;

    /**
     * Sends input; waits as long as the other side takes none.
     *
     * @throws NetworkShellException {@code CONNECTION_LOST} also when the command has ended
     */
    void write(byte[] bytes, int offset, int length) throws NetworkShellException;

    /**
     * The same with a limit.
     *
     * @param timeout how long the other side may take nothing at all; starts anew whenever it takes something
     * @return false when it took nothing for that long; part of the bytes may have been sent
     */
    boolean write(byte[] bytes, int offset, int length, Duration timeout) throws NetworkShellException;

    /**
     * Says that about so many bytes are going to be sent or received: for many it is worth a tenth of a second, once per
     * process, to have Java encrypt at full speed. Without it nothing but time is lost.
     */
    default void expectBytes(long count) {}

    /** Says that no more input follows. Reading goes on. */
    void endInput() throws NetworkShellException;

    /** @param name without {@code SIG}, for instance {@code INT}; not all servers pass signals on */
    void signal(String name) throws NetworkShellException;

    /** Known after {@link Source#END}; empty if the device did not tell, or a signal has ended the command. */
    OptionalInt exitStatus();

    /** The signal that has ended the command, without {@code SIG}. */
    Optional<String> exitSignal();

    /** Closes the channel, not the connection. Never throws. */
    @Override
    void close();

    /** @param count bytes in the buffer; 0 for {@link Source#NOTHING} and {@link Source#END} */
    record Piece(Source source, int count) {}

    /** Where bytes came from. */
    enum Source {
        OUTPUT,
        ERRORS,
        /** The time passed in silence. */
        NOTHING,
        END
    }
}
