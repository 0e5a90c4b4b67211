package io.jenkins.plugins.networkshell.engine.ssh.task;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A task whose work is done on the calling thread: a timer interrupts it when the time is over. */
final class CallingThreadTask<T> extends RunningTask<T> {
    /** After that, work that neither closing nor an interrupt has ended is ended by its last resort. */
    private static final long GRACE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Thread worker = Thread.currentThread();
    private final Runnable lastResort;
    /** Completed with true when the phase is over, with false when nobody waits for that any more. */
    private CompletableFuture<Boolean> alarm = CompletableFuture.completedFuture(false);

    private NetworkShellException reason;

    CallingThreadTask(BoundedTask task, Runnable lastResort) {
        super(task);
        this.lastResort = lastResort;
    }

    @SuppressWarnings("try") // the registration is only there to be closed
    T run(BoundedTask.Work<T> work) throws NetworkShellException {
        if (worker.isInterrupted()) {
            throw cancelled();
        }
        setAlarm();
        try (Cancellation.Registration registration = task.cancellation().onCancel(() -> giveUp(this::cancelled))) {
            perform(work);
        } finally {
            silence();
        }
        return outcomeUnlessGivenUp();
    }

    @Override
    void phaseStarted() {
        setAlarm();
    }

    /** Sets the alarm for the end of this phase and cancels the previous one. */
    private void setAlarm() {
        lock.lock();
        try {
            alarm.complete(false);
            CompletableFuture<Boolean> next = new CompletableFuture<>();
            alarm = next;
            next.completeOnTimeout(true, Math.max(0, remainingNanos()), TimeUnit.NANOSECONDS);
            next.thenAccept(over -> {
                if (over) {
                    expire(next);
                }
            });
        } finally {
            lock.unlock();
        }
    }

    private void silence() {
        lock.lock();
        try {
            alarm.complete(false);
        } finally {
            lock.unlock();
        }
    }

    private void expire(CompletableFuture<Boolean> expired) {
        Supplier<NetworkShellException> error;
        lock.lock();
        try {
            if (expired != alarm) {
                return; // a new phase has begun
            }
            error = onExpiry();
        } finally {
            lock.unlock();
        }
        giveUp(error);
    }

    /** Called on the thread of a timer or of the canceller, so it must not block. */
    private void giveUp(Supplier<NetworkShellException> why) {
        NetworkShellException error = why.get();
        lock.lock();
        try {
            if (!abandon()) {
                return;
            }
            reason = error;
            worker.interrupt();
        } finally {
            lock.unlock();
        }
        WaitingThreads.start("network-shell gives up " + task.host(), () -> {
            closeAll();
            if (!endsInTime()) {
                lastResort.run();
            }
        });
    }

    private boolean endsInTime() {
        lock.lock();
        try {
            long left = GRACE_NANOS;
            while (!isFinished() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return isFinished();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private T outcomeUnlessGivenUp() throws NetworkShellException {
        if (reason != null) {
            Thread.interrupted(); // our own interrupt; it has served its purpose
            closeAll();
            throw reason;
        }
        if (failure() != null && (worker.isInterrupted() || isInterruption(failure(), new HashSet<>()))) {
            worker.interrupt();
            throw cancelled();
        }
        return outcome();
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
}
