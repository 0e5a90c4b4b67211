package io.jenkins.plugins.networkshell.backup.shard;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A shard's results, until the controller fetches them. When the queue is full, producers wait, so that the memory of
 * an agent does not depend on the speed of the controller. Thread-safe.
 */
final class ItemQueue {
    private static final int MOST_CHARACTERS = 4 << 20;
    private static final int MOST_ITEMS = 256;

    private final Deque<ShardItem> items = new ArrayDeque<>();
    private int characters;
    private boolean ended;
    private boolean abandoned;

    /** Waits while the queue is full; once it has {@linkplain #end ended}, the item is dropped. */
    synchronized void put(ShardItem item) {
        boolean interrupted = false;
        while (!ended
                && !abandoned
                && !items.isEmpty()
                && (characters >= MOST_CHARACTERS || items.size() >= MOST_ITEMS)) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true; // the end wakes it as well
            }
        }
        if (!ended && !abandoned) {
            items.add(item);
            characters += item.characters();
            notifyAll();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The available items; waits for a first one if there is none. */
    synchronized List<ShardItem> take(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        long left = atMost.toMillis();
        while (items.isEmpty() && !ended && left > 0) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
        return rest();
    }

    /** The available items. */
    synchronized List<ShardItem> rest() {
        List<ShardItem> taken = new ArrayList<>(items);
        items.clear();
        characters = 0;
        notifyAll();
        return taken;
    }

    /** No more items follow; available ones can still be fetched. */
    synchronized void end() {
        ended = !abandoned;
        notifyAll();
    }

    /** Discards all later items without ending, so consumers wait in vain. */
    synchronized void abandon() {
        abandoned = true;
        items.clear();
        notifyAll();
    }

    /** Whether the queue has ended and everything was fetched. */
    synchronized boolean isOver() {
        return ended && items.isEmpty();
    }
}
