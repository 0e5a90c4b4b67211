package io.jenkins.plugins.networkshell.engine.ssh.task;

import java.time.Duration;

/**
 * Defers an interrupt of the calling thread while a packet is being sent, because half a packet would break a
 * connection that others use, too. For one thread and one packet.
 */
public final class DeferredInterrupt {
    /** The longest wait for the other side to accept the packet. Cancellation must take effect within two seconds. */
    private static final long GRACE_NANOS = Duration.ofSeconds(1).toNanos();

    private long since;
    private boolean noticed;

    /** Clears and remembers the thread's interrupt, if any. */
    public void look() {
        if (Thread.interrupted() && !noticed) {
            noticed = true;
            since = System.nanoTime();
        }
    }

    public boolean isNoticed() {
        return noticed;
    }

    /** The remaining time for the packet; unlimited without an interrupt. */
    public long nanosLeft() {
        return noticed ? GRACE_NANOS - (System.nanoTime() - since) : Long.MAX_VALUE;
    }

    /** Restores the thread's interrupt. */
    public void giveBack() {
        if (noticed) {
            Thread.currentThread().interrupt();
        }
    }
}
