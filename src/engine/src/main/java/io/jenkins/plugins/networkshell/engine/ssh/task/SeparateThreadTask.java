package io.jenkins.plugins.networkshell.engine.ssh.task;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** A task whose work is done on a separate thread: its caller waits, and abandons that thread when the time is over. */
final class SeparateThreadTask<T> extends RunningTask<T> {
    SeparateThreadTask(BoundedTask task) {
        super(task);
    }

    @SuppressWarnings("try") // the registration is only there to be closed
    T run(BoundedTask.Work<T> work) throws NetworkShellException {
        try (Cancellation.Registration registration = task.cancellation().onCancel(this::wake)) {
            WaitingThreads.start("network-shell " + task.doing() + " " + task.host(), () -> perform(work));
            return await();
        }
    }

    @Override
    void phaseStarted() {
        // The caller was woken, and waits for the new phase.
    }

    private T await() throws NetworkShellException {
        NetworkShellException reason = awaitEnd();
        if (reason != null) {
            closeAll();
            throw reason;
        }
        return outcome();
    }

    /** @return why the work was abandoned; null if it ended by itself */
    private NetworkShellException awaitEnd() {
        lock.lock();
        try {
            NetworkShellException reason = reasonToStop();
            if (reason != null) {
                abandon();
            }
            return reason;
        } finally {
            lock.unlock();
        }
    }

    private NetworkShellException reasonToStop() {
        try {
            while (!isFinished()) {
                long nanos = remainingNanos();
                if (task.cancellation().isCancelled()) {
                    return cancelled();
                }
                if (nanos <= 0) {
                    return onExpiry().get();
                }
                if (changed.awaitNanos(nanos) <= 0) {
                    continue; // look again: a new phase may have started
                }
            }
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return cancelled();
        }
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
