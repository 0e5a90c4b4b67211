package io.jenkins.plugins.networkshell.engine.ssh.channel;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Passes bytes from the thread that receives packets to the one that reads them. A ring that starts small and grows up
 * to a limit, which the SSH window enforces on the other side. One reader, one writer; any thread may end or wake it.
 */
public final class ByteQueue {
    private static final int SMALLEST = 16 * 1024;
    /** How long available bytes wait for expected ones. */
    private static final long GATHERING_NANOS = 10_000_000;

    private final ReentrantLock lock;
    private final Condition changed;
    private final int limit;
    /** Null without a partner. */
    private ArrivalOrder order;

    private byte[] ring = new byte[SMALLEST];
    private int head;
    private int size;
    private int awaited = 1;
    private boolean ended;
    private Throwable failure;
    private long wakeUps;

    ByteQueue(int limit) {
        this.limit = limit;
        lock = new ReentrantLock();
        changed = lock.newCondition();
    }

    private ByteQueue(ByteQueue partner) {
        limit = partner.limit;
        order = partner.order;
        lock = partner.lock;
        changed = partner.changed;
    }

    /**
     * Creates the second queue. The bytes of the two can be read only in the order of arrival, and bytes there end a
     * wait for bytes here. Only one is possible, before the first byte.
     */
    ByteQueue addPartner() {
        order = new ArrivalOrder();
        return new ByteQueue(this);
    }

    private boolean isNextAtPartner() {
        return order != null && order.isNextElsewhere(this);
    }

    private boolean awaitsMore() {
        return size < awaited && !ended && (order == null || !order.hasTurns() && !order.isNextElsewhere(this));
    }

    /** @throws IllegalStateException if the other side sends more than its window allows */
    void put(byte[] from, int offset, int length) {
        lock.lock();
        try {
            boolean first = size == 0;
            ensureRoom(length);
            int tail = (head + size) % ring.length;
            int upToEnd = Math.min(length, ring.length - tail);
            System.arraycopy(from, offset, ring, tail, upToEnd);
            System.arraycopy(from, offset + upToEnd, ring, 0, length - upToEnd);
            size += length;
            if (order != null && length > 0) {
                order.came(this, length);
            }
            if (first || size >= awaited) {
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void ensureRoom(int more) {
        int needed = size + more;
        if (needed <= ring.length) {
            return;
        }
        if (needed > limit) {
            throw new IllegalStateException("more data than the window allows");
        }
        byte[] larger = new byte[Math.min(limit, Math.max(needed, ring.length * 2))];
        copyOut(larger, 0, size);
        ring = larger;
        head = 0;
    }

    private void copyOut(byte[] to, int offset, int length) {
        int first = Math.min(length, ring.length - head);
        System.arraycopy(ring, head, to, offset, first);
        System.arraycopy(ring, 0, to, offset + first, length - first);
    }

    /** No more bytes follow. */
    public void end() {
        finish(null);
    }

    /** No more bytes follow because of an error; available bytes can still be read. */
    void fail(Throwable reason) {
        finish(reason);
    }

    private void finish(Throwable reason) {
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

    /** Makes a waiting {@link #take} return 0. */
    void wake() {
        lock.lock();
        try {
            wakeUps++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Like {@link #take(byte[], int, int, int, long)}, with whatever is available. */
    public int take(byte[] to, int offset, int length, long nanos) throws InterruptedException {
        return take(to, offset, length, 1, nanos);
    }

    /**
     * @param least the number of expected bytes. Available bytes wait briefly for the others, because a thread switch
     *     for each packet costs more than all other work on it
     * @return the number of bytes taken; 0 after {@code nanos}, after {@link #wake()}, or if the partner's bytes are
     *     next; -1 at the end
     */
    public int take(byte[] to, int offset, int length, int least, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            awaited = Math.min(least, limit / 2); // the window is refilled only after half of it was read
            long left = nanos;
            long gathering = Math.min(GATHERING_NANOS, nanos);
            long wakeUpsBefore = wakeUps;
            while (awaitsMore() && wakeUps == wakeUpsBefore) {
                if ((size == 0 ? left : gathering) <= 0) {
                    break;
                }
                if (size == 0) {
                    left = changed.awaitNanos(left);
                } else {
                    gathering = changed.awaitNanos(gathering);
                }
            }
            int count = Math.min(length, order == null ? size : order.next(this));
            copyOut(to, offset, count);
            head = (head + count) % ring.length;
            size -= count;
            if (order != null && count > 0) {
                order.took(count);
            }
            return size + count > 0 || !ended ? count : -1;
        } finally {
            lock.unlock();
        }
    }

    /** The error that ended the bytes, or null if they ended normally or have not ended. */
    public Throwable failure() {
        lock.lock();
        try {
            return failure;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the next bytes are the partner's, so that a reader should look there. */
    public boolean shouldLookAtPartner() {
        lock.lock();
        try {
            return isNextAtPartner();
        } finally {
            lock.unlock();
        }
    }
}
