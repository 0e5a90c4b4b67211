package io.jenkins.plugins.networkshell.engine.backup.fleet;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFailure;
import java.util.concurrent.atomic.AtomicBoolean;

/** One device in a run. Only the run's serial tasks use the fields, except in {@link #claim()}. */
final class DeviceRun implements Comparable<DeviceRun> {
    final Device device;
    final Lane lane;
    /** Its position in the start order. */
    private final int rank;

    private final AtomicBoolean claimed = new AtomicBoolean();

    int attempts;
    long firstStart;
    Attempt attempt;
    Cancellation cancellation;
    /** The failure of the previous attempt while waiting for the next one. */
    DeviceFailure lastFailure;

    FleetClock.Timer retry;

    DeviceRun(Device device, Lane lane, int rank) {
        this.device = device;
        this.lane = lane;
        this.rank = rank;
    }

    /** Returns true once: that caller delivers the device's result, and later results are dropped. */
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
