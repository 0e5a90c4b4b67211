package io.jenkins.plugins.networkshell.engine.ssh;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import java.time.Duration;

/**
 * An interactive shell on a device, as bytes. One thread at a time may call {@link #read}; any thread may call {@link
 * #write} and {@link #close}.
 *
 * <p>Closing closes the channel, then the connection, then the connections to jump hosts, and never throws, because an
 * error while closing must not hide an earlier one.
 */
public interface ShellChannel extends AutoCloseable {
    /** The device as the user named it. */
    String host();

    int port();

    /** The server's identification line, for example {@code SSH-2.0-HUAWEI-1.5}. */
    String serverVersion();

    /** The banner before authentication, empty if there was none. */
    String banner();

    /**
     * Waits until the device has sent something.
     *
     * @param timeout the longest wait; zero does not wait
     * @return the number of bytes put into {@code buffer}, 0 if none arrived in time, -1 if the device ended the shell
     *     normally
     * @throws NetworkShellException {@code CANCELLED} when cancelled or interrupted, {@code CONNECTION_LOST} when the
     *     connection broke
     */
    int read(byte[] buffer, Duration timeout) throws NetworkShellException;

    /** Sends all of {@code bytes} now. Waits at most {@code Limits.silence} for a device that accepts nothing. */
    void write(byte[] bytes) throws NetworkShellException;

    /**
     * Whether each answer is stored with the last input, so that nothing may be written before the answer to the
     * previous input has arrived.
     */
    default boolean isWatchedTurnByTurn() {
        return false;
    }

    /** Stops keepalives, because some devices can't handle them. */
    default void stopKeepAlives() {}

    @Override
    void close();
}
