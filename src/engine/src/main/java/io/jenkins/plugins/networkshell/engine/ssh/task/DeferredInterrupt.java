package io.jenkins.plugins.networkshell.engine.ssh.task;

import java.time.Duration;

/**
 * Keeps an interrupt of the calling thread back while a packet is being sent: with half a packet on its way, a connection
 * that others use as well would be lost. For one thread and one packet.
 */
public final class DeferredInterrupt {
    /** How long the other side may still take nothing of the packet. Cancelling has to take effect within two seconds. */
    private static final long GRACE_NANOS = Duration.ofSeconds(1).toNanos();

    private long since;
    private boolean noticed;

    /** Takes the thread's interrupt, if there is one. */
    public void look() {
        if (Thread.interrupted() && !noticed) {
            noticed = true;
            since = System.nanoTime();
        }
    }

    public boolean isNoticed() {
        return noticed;
    }

    /** How much longer the packet may take; forever without an interrupt. */
    public long nanosLeft() {
        return noticed ? GRACE_NANOS - (System.nanoTime() - since) : Long.MAX_VALUE;
    }

    /** Gives the interrupt back to the thread, for whatever it does next. */
    public void giveBack() {
        if (noticed) {
            Thread.currentThread().interrupt();
        }
    }
}
