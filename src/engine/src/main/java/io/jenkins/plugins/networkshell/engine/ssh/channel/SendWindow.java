package io.jenkins.plugins.networkshell.engine.ssh.channel;

import java.io.IOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The other side's window (RFC 4254 section 5.2). A wait for SSHJ's own window can't be ended, not even by the end of
 * the channel.
 */
final class SendWindow {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long size;
    private boolean ended;
    private Throwable failure;

    void expand(long more) {
        lock.lock();
        try {
            size += more;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more can be sent. */
    void end(Throwable reason) {
        lock.lock();
        try {
            if (!ended) {
                ended = true;
                failure = reason;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for space in the window and uses it.
     *
     * @param nanos the longest wait
     * @return the number of bytes that may be sent now, at most {@code wanted}; 0 if {@code giveUp} is true or the time
     *     has elapsed
     * @throws IOException if nothing more can be sent
     */
    int take(int wanted, BooleanSupplier giveUp, long nanos) throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (size == 0 && !ended) {
                if (giveUp.getAsBoolean() || left <= 0) {
                    return 0;
                }
                left = changed.awaitNanos(left);
            }
            if (ended) {
                throw new IOException("the channel is closed", failure);
            }
            int granted = (int) Math.min(wanted, size);
            size -= granted;
            return granted;
        } finally {
            lock.unlock();
        }
    }
}
