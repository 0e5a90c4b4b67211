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
 * Work that may block where neither an interrupt nor a limit reaches it (name resolution, the socket reads and waits
 * inside SSHJ). It runs on a thread of its own while the caller waits, exactly as long as the current phase
 * allows. When the caller gives up, what the work has opened is closed, which ends the work soon after.
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

    /** What runs on the other thread. */
    public interface Work<T> {
        T run(BoundedTask<T> progress) throws IOException;
    }

    private BoundedTask() {}

    /**
     * @param doing for the message of a cancellation, for instance {@code while connecting}
     * @param limit for the first phase, with the error that it ends in
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

    /** Begins a phase with a limit of its own. */
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

    /** Names another error for the end of this phase; its limit stays. */
    public void blame(Supplier<NetworkShellException> whenExpired) {
        lock.lock();
        try {
            onExpiry = whenExpired;
        } finally {
            lock.unlock();
        }
    }

    /** Nanoseconds left in this phase. */
    public long remainingNanos() {
        lock.lock();
        try {
            return deadline - System.nanoTime();
        } finally {
            lock.unlock();
        }
    }

    /** Has {@code resource} closed when the caller gives up before the work is done. */
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
        } catch (Throwable t) { // handed to the caller, whatever it is
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
                    continue; // and look again: a new phase may have begun
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
