package io.jenkins.plugins.networkshell.engine.ssh;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import java.time.Duration;

/**
 * An interactive shell on a device, as bytes. {@link #read} is for one thread at a time, {@link #write} and
 * {@link #close} may be called from any thread.
 *
 * <p>Closing closes the channel, then the connection, then the connections to jump hosts, and never throws: an error in
 * closing must not hide the one that came before it.
 */
public interface ShellChannel extends AutoCloseable {
    /** The device as the user named it. */
    String host();

    int port();

    /** What the server said of itself before anything else, for instance {@code SSH-2.0-HUAWEI-1.5}. */
    String serverVersion();

    /** The banner shown before authentication, empty if there was none. */
    String banner();

    /**
     * Waits until the device has sent something.
     *
     * @param timeout the longest wait; zero only looks
     * @return how many bytes were put into {@code buffer}, 0 when the time passed in silence, -1 when the device ended
     *     the shell in an orderly way
     * @throws NetworkShellException {@code CANCELLED} when cancelled or interrupted, {@code CONNECTION_LOST} when the
     *     connection broke
     */
    int read(byte[] buffer, Duration timeout) throws NetworkShellException;

    /** Sends all of {@code bytes} now. Waits no longer than {@code Limits.silence} for a device that takes nothing. */
    void write(byte[] bytes) throws NetworkShellException;

    /**
     * Whether each answer is kept with what was written last, so that nothing may be written before the answer to what came
     * before is there.
     */
    default boolean isWatchedTurnByTurn() {
        return false;
    }

    /** No more keepalives from here on: some devices break on them. */
    default void stopKeepAlives() {}

    @Override
    void close();
}
