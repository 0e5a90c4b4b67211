package io.jenkins.plugins.networkshell.run;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jenkins.util.Timer;

/** Interrupts the current thread after a limit. Closing it on that thread leaves no interrupt behind. */
public final class ThreadTimeout implements AutoCloseable {
    private final Thread thread;
    private final Future<?> timer;
    private boolean over;

    private ThreadTimeout(Thread thread, Duration limit) {
        this.thread = thread;
        timer = Timer.get().schedule(this::ring, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    public static ThreadTimeout forThisThread(Duration limit) {
        return new ThreadTimeout(Thread.currentThread(), limit);
    }

    private synchronized void ring() {
        if (!over) {
            thread.interrupt();
        }
    }

    @Override
    public synchronized void close() {
        over = true;
        timer.cancel(false);
        Thread.interrupted();
    }
}
