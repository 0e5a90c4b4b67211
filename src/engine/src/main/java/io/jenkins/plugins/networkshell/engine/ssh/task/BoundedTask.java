package io.jenkins.plugins.networkshell.engine.ssh.task;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import io.jenkins.plugins.networkshell.engine.error.ConnectionLostException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Work that may block beyond the reach of limits (socket reads and waits inside SSHJ). Its caller waits exactly as long as
 * the current phase allows; then what the work has opened is closed, which ends the work.
 *
 * <p>{@link #run} uses a separate thread, which the caller abandons when the time is over. {@link #runHere} uses the calling
 * thread, which saves a thread per device; it requires that every wait of the work ends when its resources are closed or
 * its thread is interrupted.
 */
public final class BoundedTask<T> {
    /** After that, work that neither closing nor an interrupt has ended is ended by its last resort. */
    private static final long GRACE_NANOS = Duration.ofSeconds(1).toNanos();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Closeable> opened = new ArrayDeque<>();
    /** Where the work is done on the calling thread; else null. */
    private final Here here;

    private long deadline;
    private Supplier<NetworkShellException> onExpiry;
    private boolean abandoned;
    private boolean finished;
    private T result;
    private Throwable failure;

    /** The work itself. */
    public interface Work<T> {
        T run(BoundedTask<T> progress) throws IOException;
    }

    /** Work on the calling thread. */
    private static final class Here {
        private final Thread worker = Thread.currentThread();
        private final String host;
        private final Runnable lastResort;
        /** Completed with true when the phase is over, with false when nobody waits for that any more. */
        private CompletableFuture<Boolean> alarm = CompletableFuture.completedFuture(false);

        private NetworkShellException reason;

        Here(String host, Runnable lastResort) {
            this.host = host;
            this.lastResort = lastResort;
        }
    }

    private BoundedTask(Here here, Duration limit, Supplier<NetworkShellException> onExpiry) {
        this.here = here;
        this.deadline = System.nanoTime() + limit.toNanos();
        this.onExpiry = onExpiry;
    }

    /**
     * Runs the work on a separate thread.
     *
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
        BoundedTask<T> bounded = new BoundedTask<>(null, limit, onExpiry);
        try (Cancellation.Registration registration = cancellation.onCancel(bounded::wake)) {
            WaitingThreads.start("network-shell " + doing + " " + host, () -> bounded.perform(work));
            return bounded.await(host, doing, cancellation);
        }
    }

    /**
     * Runs the work on the calling thread. It must not ask a person, look up a name, or wait for a lock whose holder may
     * block.
     *
     * @param lastResort ends work that nothing else has ended; may be called after the work is over
     * @see #run
     */
    @SuppressWarnings("try") // the registration is only there to be closed
    public static <T> T runHere(
            String host,
            String doing,
            Cancellation cancellation,
            Duration limit,
            Supplier<NetworkShellException> onExpiry,
            Runnable lastResort,
            Work<T> work)
            throws NetworkShellException {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancelledException(host, doing);
        }
        BoundedTask<T> bounded = new BoundedTask<>(new Here(host, lastResort), limit, onExpiry);
        Supplier<NetworkShellException> cancelled = () -> new CancelledException(host, doing);
        bounded.setAlarm();
        try (Cancellation.Registration registration = cancellation.onCancel(() -> bounded.giveUp(cancelled))) {
            bounded.perform(work);
        } finally {
            bounded.silence();
        }
        return bounded.outcomeHere(host, cancelled);
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
        if (here != null) {
            setAlarm();
        }
    }

    /** Sets the alarm for the end of this phase and cancels the previous one. */
    private void setAlarm() {
        lock.lock();
        try {
            here.alarm.complete(false);
            CompletableFuture<Boolean> alarm = new CompletableFuture<>();
            here.alarm = alarm;
            alarm.completeOnTimeout(true, Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            alarm.thenAccept(over -> {
                if (over) {
                    expire(alarm);
                }
            });
        } finally {
            lock.unlock();
        }
    }

    private void expire(CompletableFuture<Boolean> alarm) {
        Supplier<NetworkShellException> error;
        lock.lock();
        try {
            if (alarm != here.alarm) {
                return; // a new phase has begun
            }
            error = onExpiry;
        } finally {
            lock.unlock();
        }
        giveUp(error);
    }

    /** Called on the thread of a timer or of the canceller, so it must not block. */
    private void giveUp(Supplier<NetworkShellException> why) {
        NetworkShellException reason = why.get();
        lock.lock();
        try {
            if (finished || abandoned) {
                return;
            }
            abandoned = true;
            here.reason = reason;
            here.worker.interrupt();
        } finally {
            lock.unlock();
        }
        WaitingThreads.start("network-shell gives up " + here.host, () -> {
            closeAll();
            if (!endsInTime()) {
                here.lastResort.run();
            }
        });
    }

    private boolean endsInTime() {
        lock.lock();
        try {
            long left = GRACE_NANOS;
            while (!finished && left > 0) {
                left = changed.awaitNanos(left);
            }
            return finished;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void silence() {
        lock.lock();
        try {
            here.alarm.complete(false);
        } finally {
            lock.unlock();
        }
    }

    private T outcomeHere(String host, Supplier<NetworkShellException> cancelled) throws NetworkShellException {
        if (here.reason != null) {
            Thread.interrupted(); // our own interrupt; it has served its purpose
            closeAll();
            throw here.reason;
        }
        if (failure != null && (Thread.currentThread().isInterrupted() || isInterruption(failure, new HashSet<>()))) {
            Thread.currentThread().interrupt();
            throw cancelled.get();
        }
        return outcome(host);
    }

    /** SSHJ clears the thread's interrupt status and wraps the exception. */
    private static boolean isInterruption(Throwable thrown, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return false;
        }
        if (thrown instanceof InterruptedException || thrown instanceof ClosedByInterruptException) {
            return true;
        }
        return isInterruption(thrown.getCause(), seen)
                || Stream.of(thrown.getSuppressed()).anyMatch(each -> isInterruption(each, seen));
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
