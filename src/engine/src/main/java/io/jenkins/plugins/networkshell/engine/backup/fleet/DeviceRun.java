package io.jenkins.plugins.networkshell.engine.backup.fleet;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFailure;
import java.util.concurrent.atomic.AtomicBoolean;

/** One device in a run. Fields are for the run's serial tasks, but for {@link #claim()}. */
final class DeviceRun implements Comparable<DeviceRun> {
    final Device device;
    final Lane lane;
    /** Its place in the order of starting. */
    private final int rank;

    private final AtomicBoolean claimed = new AtomicBoolean();

    int attempts;
    long firstStart;
    Attempt attempt;
    Cancellation cancellation;
    /** Of the attempt before, while the next one is awaited. */
    DeviceFailure lastFailure;

    FleetClock.Timer retry;

    DeviceRun(Device device, Lane lane, int rank) {
        this.device = device;
        this.lane = lane;
        this.rank = rank;
    }

    /** True once: whoever gets it delivers the device's result. What comes later is dropped. */
    boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    @Override
    public int compareTo(DeviceRun other) {
        return Integer.compare(rank, other.rank);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return rank;
    }
}
