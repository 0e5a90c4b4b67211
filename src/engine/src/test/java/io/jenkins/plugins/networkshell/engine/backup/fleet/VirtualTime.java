package io.jenkins.plugins.networkshell.engine.backup.fleet;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes when nothing else is to be done. For one thread. */
final class VirtualTime implements FleetClock {
    private final PriorityQueue<Planned> planned =
            new PriorityQueue<>(Comparator.comparingLong(Planned::at).thenComparingLong(Planned::number));
    private long now;
    private long count;

    private record Planned(long at, long number, Runnable task) {}

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        Planned plan = new Planned(now + delay.toNanos(), count++, task);
        planned.add(plan);
        return () -> planned.remove(plan);
    }

    Duration now() {
        return Duration.ofNanos(now);
    }

    /** Lets time pass until nothing is planned any more. */
    void run() {
        for (Planned next = planned.poll(); next != null; next = planned.poll()) {
            now = next.at();
            next.task().run();
        }
    }
}
