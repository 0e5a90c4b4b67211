package io.jenkins.plugins.networkshell.engine;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A switch that stops work, from any thread and wherever the work is waiting.
 *
 * <p>Thread-safe. Many sessions may share one switch. Once cancelled, it stays cancelled.
 */
public final class Cancellation {
    private final Set<Runnable> wakers = ConcurrentHashMap.newKeySet();
    private volatile boolean cancelled;

    /** Stops the work: every waiting thread wakes and throws a {@code CANCELLED} exception. */
    public void cancel() {
        cancelled = true;
        wakers.forEach(Runnable::run);
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /**
     * Runs {@code waker} on cancellation, or immediately if already cancelled. The waker must be quick and must not
     * throw.
     *
     * @return closing it removes the waker
     */
    public Registration onCancel(Runnable waker) {
        // A wrapper, so that the same lambda registered twice is two registrations.
        Runnable own = waker::run;
        wakers.add(own);
        if (cancelled) {
            own.run();
        }
        return () -> wakers.remove(own);
    }

    /**
     * Waits between two attempts.
     *
     * @return whether the work was cancelled before the time elapsed
     */
    @SuppressWarnings("try") // the registration is only there to be closed
    public boolean await(Duration limit) throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(1);
        try (Registration registration = onCancel(latch::countDown)) {
            return latch.await(limit.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** A waker's place in the list. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
