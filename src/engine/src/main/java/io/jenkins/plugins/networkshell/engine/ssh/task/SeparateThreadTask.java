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
        NetworkShellException reason = null;
        lock.lock();
        try {
            while (!isFinished() && reason == null) {
                long nanos = remainingNanos();
                if (task.cancellation().isCancelled()) {
                    reason = cancelled();
                } else if (nanos <= 0) {
                    reason = onExpiry().get();
                } else {
                    changed.awaitNanos(nanos); // then look again: a new phase may have started
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reason = cancelled();
        } finally {
            if (reason != null) {
                abandon();
            }
            lock.unlock();
        }
        if (reason != null) {
            closeAll();
            throw reason;
        }
        return outcome();
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
