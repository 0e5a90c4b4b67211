package io.jenkins.plugins.networkshell.engine.backup.fleet;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Runs tasks one after the other, on the threads that submit them. The tasks' data needs no lock, and no task waits for
 * another.
 */
final class SerialTasks {
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Consumer<Throwable> onDefect;
    private final AtomicInteger open = new AtomicInteger();

    /** @param onDefect receives what tasks throw; later tasks still run */
    SerialTasks(Consumer<Throwable> onDefect) {
        this.onDefect = onDefect;
    }

    /** Runs {@code task} now, or queues it for the thread that is running a task. */
    void run(Runnable task) {
        tasks.add(task);
        if (open.getAndIncrement() == 0) {
            do {
                runOne(tasks.remove());
            } while (open.decrementAndGet() > 0);
        }
    }

    private void runOne(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            onDefect.accept(e);
        }
    }
}
