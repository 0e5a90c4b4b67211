package io.jenkins.plugins.networkshell.engine.ssh.task;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import io.jenkins.plugins.networkshell.engine.error.ConnectionLostException;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A task while it runs: the current phase, what the work has opened, and how it ended. The subclasses differ in the
 * thread that does the work, and in who notices that a phase is over.
 */
abstract class RunningTask<T> implements TaskProgress {
    final BoundedTask task;
    /** Guards the fields. */
    final ReentrantLock lock = new ReentrantLock();
    /** Signals a new phase, and the end of the work. */
    final Condition changed = lock.newCondition();

    private final Deque<Closeable> opened = new ArrayDeque<>();
    private long deadline;
    private Supplier<NetworkShellException> onExpiry;
    private boolean abandoned;
    private boolean finished;
    private T result;
    private Throwable failure;

    RunningTask(BoundedTask task) {
        this.task = task;
        this.deadline = System.nanoTime() + task.limit().toNanos();
        this.onExpiry = task.onExpiry();
    }

    @Override
    public void enter(Duration limit, Supplier<NetworkShellException> whenExpired) {
        lock.lock();
        try {
            deadline = System.nanoTime() + limit.toNanos();
            onExpiry = whenExpired;
            changed.signalAll();
            phaseStarted();
        } finally {
            lock.unlock();
        }
    }

    /** Called with the lock held. */
    abstract void phaseStarted();

    @Override
    public void blame(Supplier<NetworkShellException> whenExpired) {
        lock.lock();
        try {
            onExpiry = whenExpired;
        } finally {
            lock.unlock();
        }
    }

    /** The error for the end of this phase; to be called with the lock held. */
    final Supplier<NetworkShellException> onExpiry() {
        return onExpiry;
    }

    @Override
    public long remainingNanos() {
        lock.lock();
        try {
            return deadline - System.nanoTime();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public <C extends Closeable> C own(C resource) throws IOException {
        lock.lock();
        try {
            if (!abandoned) {
                opened.push(resource);
                return resource;
            }
        } finally {
            lock.unlock();
        }
        resource.close();
        throw new IOException("abandoned");
    }

    final void perform(BoundedTask.Work<T> work) {
        T value = null;
        Throwable thrown = null;
        try {
            value = isAbandoned() ? null : work.run(this); // cancelled before it began
        } catch (Throwable t) { // passed to the caller, whatever it is
            thrown = t;
        }
        lock.lock();
        try {
            finished = true;
            result = value;
            failure = thrown;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (thrown != null) {
            closeAll();
        }
    }

    private boolean isAbandoned() {
        lock.lock();
        try {
            return abandoned;
        } finally {
            lock.unlock();
        }
    }

    /** To be called with the lock held. */
    final boolean isFinished() {
        return finished;
    }

    /**
     * From now on, nothing is opened any more; to be called with the lock held.
     *
     * @return false if the work is done, or was abandoned before
     */
    final boolean abandon() {
        if (finished || abandoned) {
            return false;
        }
        abandoned = true;
        return true;
    }

    /** How the work failed; null if it did not. */
    final Throwable failure() {
        return failure;
    }

    final NetworkShellException cancelled() {
        return new CancelledException(task.host(), task.doing());
    }

    /** What the work returned or threw; to be called when it is done. */
    final T outcome() throws NetworkShellException {
        if (failure == null) {
            return result;
        }
        if (failure instanceof NetworkShellException known) {
            throw known;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw new ConnectionLostException(task.host(), "Unexpected failure: " + failure, failure);
    }

    /** Closes what the work has opened, last first. */
    final void closeAll() {
        while (true) {
            Closeable next;
            lock.lock();
            try {
                next = opened.poll();
            } finally {
                lock.unlock();
            }
            if (next == null) {
                return;
            }
            try {
                next.close();
            } catch (IOException ignored) {
                // The error that led here is the one to report.
            }
        }
    }
}
