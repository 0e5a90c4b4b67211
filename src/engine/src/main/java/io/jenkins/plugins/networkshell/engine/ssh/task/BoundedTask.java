package io.jenkins.plugins.networkshell.engine.ssh.task;

import io.jenkins.plugins.networkshell.engine.Cancellation;
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
 * Work that may block beyond the reach of interrupts and limits (name resolution, socket reads and waits inside SSHJ).
 * It runs on a separate thread while the caller waits, exactly as long as the current phase allows. If the caller gives
 * up, the resources that the work has opened are closed, which soon ends the work.
 */
public final class BoundedTask<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Closeable> opened = new ArrayDeque<>();
    private long deadline;
    private Supplier<NetworkShellException> onExpiry;
    private boolean abandoned;
    private boolean finished;
    private T result;
    private Throwable failure;

    /** The work on the other thread. */
    public interface Work<T> {
        T run(BoundedTask<T> progress) throws IOException;
    }

    private BoundedTask() {}

    /**
     * @param doing for the message of a cancellation, for instance {@code while connecting}
     * @param limit for the first phase, with its error
     */
    @SuppressWarnings("try") // the registration is only there to be closed
    public static <T> T run(
            String host,
            String doing,
            Cancellation cancellation,
            Duration limit,
            Supplier<NetworkShellException> onExpiry,
            Work<T> work)
            throws NetworkShellException {
        BoundedTask<T> bounded = new BoundedTask<>();
        bounded.deadline = System.nanoTime() + limit.toNanos();
        bounded.onExpiry = onExpiry;
        try (Cancellation.Registration registration = cancellation.onCancel(bounded::wake)) {
            WaitingThreads.start("network-shell " + doing + " " + host, () -> bounded.perform(work));
            return bounded.await(host, doing, cancellation);
        }
    }

    /** Starts a phase with its own limit. */
    public void enter(Duration limit, Supplier<NetworkShellException> whenExpired) {
        lock.lock();
        try {
            deadline = System.nanoTime() + limit.toNanos();
            onExpiry = whenExpired;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Sets another error for the end of this phase; its limit stays. */
    public void blame(Supplier<NetworkShellException> whenExpired) {
        lock.lock();
        try {
            onExpiry = whenExpired;
        } finally {
            lock.unlock();
        }
    }

    /** The remaining nanoseconds of this phase. */
    public long remainingNanos() {
        lock.lock();
        try {
            return deadline - System.nanoTime();
        } finally {
            lock.unlock();
        }
    }

    /** Closes {@code resource} if the caller gives up before the work is done. */
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

    private void perform(Work<T> work) {
        T value = null;
        Throwable thrown = null;
        try {
            value = work.run(this);
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

    private T await(String host, String doing, Cancellation cancellation) throws NetworkShellException {
        NetworkShellException reason = null;
        lock.lock();
        try {
            while (!finished && reason == null) {
                long nanos = deadline - System.nanoTime();
                if (cancellation.isCancelled()) {
                    reason = new CancelledException(host, doing);
                } else if (nanos <= 0) {
                    reason = onExpiry.get();
                } else if (changed.awaitNanos(nanos) <= 0) {
                    continue; // check again: a new phase may have started
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reason = new CancelledException(host, doing);
        } finally {
            abandoned = reason != null;
            lock.unlock();
        }
        if (reason != null) {
            closeAll();
            throw reason;
        }
        return outcome(host);
    }

    private T outcome(String host) throws NetworkShellException {
        if (failure == null) {
            return result;
        }
        if (failure instanceof NetworkShellException known) {
            throw known;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw new ConnectionLostException(host, "Unexpected failure: " + failure, failure);
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void closeAll() {
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
