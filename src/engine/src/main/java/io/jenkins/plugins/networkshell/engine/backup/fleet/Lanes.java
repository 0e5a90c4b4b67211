package io.jenkins.plugins.networkshell.engine.backup.fleet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The waiting devices, and the capacity that each limit has left. For one thread at a time. */
final class Lanes {
    private final Map<Lane.Key, Lane> lanes = new LinkedHashMap<>();
    /** The lanes with waiting devices, ordered by the next device of each. */
    private final TreeMap<DeviceRun, Lane> next = new TreeMap<>();

    private final Map<Lane.Limit, Integer> inUse = new HashMap<>();
    private int waiting;

    Lane lane(Lane.Key key) {
        return lanes.computeIfAbsent(key, Lane::new);
    }

    void add(DeviceRun run) {
        unlist(run.lane);
        run.lane.waiting().add(run);
        waiting++;
        list(run.lane);
    }

    /** Removes and returns the first device that fits the limits and that {@code allowed} accepts. */
    Optional<DeviceRun> take(Predicate<Lane> allowed) {
        for (Map.Entry<DeviceRun, Lane> entry : next.entrySet()) {
            Lane lane = entry.getValue();
            if (hasRoom(lane) && allowed.test(lane)) {
                DeviceRun run = entry.getKey(); // removing may move another element into this entry
                remove(run);
                return Optional.of(run);
            }
        }
        return Optional.empty();
    }

    private void remove(DeviceRun run) {
        unlist(run.lane);
        run.lane.waiting().remove(run);
        waiting--;
        list(run.lane);
    }

    /** Removes and returns all devices in those lanes. */
    List<DeviceRun> drain(Predicate<Lane> which) {
        List<DeviceRun> drained = new ArrayList<>();
        for (Lane lane : List.copyOf(next.values())) {
            if (which.test(lane)) {
                drained.addAll(lane.waiting());
            }
        }
        drained.forEach(this::remove);
        drained.sort(null);
        return drained;
    }

    private void unlist(Lane lane) {
        if (!lane.waiting().isEmpty()) {
            next.remove(lane.waiting().first());
        }
    }

    private void list(Lane lane) {
        if (!lane.waiting().isEmpty()) {
            next.put(lane.waiting().first(), lane);
        }
    }

    boolean isEmpty() {
        return waiting == 0;
    }

    private boolean hasRoom(Lane lane) {
        return lane.key().limits().stream().allMatch(limit -> inUse.getOrDefault(limit, 0) < limit.most());
    }

    void occupy(Lane lane) {
        change(lane.key().limits(), 1);
    }

    void leave(Lane lane) {
        change(lane.key().limits(), -1);
    }

    private void change(Collection<Lane.Limit> limits, int by) {
        limits.forEach(limit -> inUse.merge(limit, by, Integer::sum));
    }
}
