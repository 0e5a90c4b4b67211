package io.jenkins.plugins.networkshell.engine.ssh.task;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/** What a task's work tells its task: the phase it is in, and what it has opened. Thread-safe. */
public interface TaskProgress {
    /** Starts a phase with its own limit. */
    void enter(Duration limit, Supplier<NetworkShellException> whenExpired);

    /** Sets another error for the end of this phase; its limit stays. */
    void blame(Supplier<NetworkShellException> whenExpired);

    /** The remaining nanoseconds of this phase. */
    long remainingNanos();

    /**
     * Closes {@code resource} if the caller gives up before the work is done.
     *
     * @return the resource
     * @throws IOException if the caller has given up already; the resource is closed
     */
    <C extends Closeable> C own(C resource) throws IOException;
}
