package io.jenkins.plugins.networkshell.engine.ssh.task;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Work that may block beyond the reach of limits (socket reads and waits inside SSHJ). Its caller waits exactly as long as
 * the current phase allows; then what the work has opened is closed, which ends the work.
 *
 * @param host the device, for messages
 * @param doing for the message of a cancellation, for instance {@code while connecting}
 * @param cancellation ends the work, too
 * @param limit of the first phase
 * @param onExpiry the error of the first phase
 */
public record BoundedTask(
        String host,
        String doing,
        Cancellation cancellation,
        Duration limit,
        Supplier<NetworkShellException> onExpiry) {

    /** The work itself. */
    public interface Work<T> {
        T run(TaskProgress progress) throws IOException;
    }

    /** Does the work on a separate thread, which the caller abandons when the time is over. */
    public <T> T runOnSeparateThread(Work<T> work) throws NetworkShellException {
        return new SeparateThreadTask<T>(this).run(work);
    }

    /**
     * Does the work on the calling thread, which saves a thread per device. Every wait of the work has to end when its
     * resources are closed or its thread is interrupted: it must not ask a person, look up a name, or wait for a lock
     * whose holder may block.
     *
     * @param lastResort ends work that nothing else has ended; may be called after the work is over
     */
    public <T> T runOnCallingThread(Runnable lastResort, Work<T> work) throws NetworkShellException {
        return new CallingThreadTask<T>(this, lastResort).run(work);
    }
}
