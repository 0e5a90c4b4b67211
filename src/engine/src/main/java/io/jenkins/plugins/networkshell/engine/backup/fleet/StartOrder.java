package io.jenkins.plugins.networkshell.engine.backup.fleet;

import io.jenkins.plugins.networkshell.engine.backup.Device;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The slowest devices first, because a slow device that starts last delays the whole run. A device without a known time
 * is estimated from the others of its platform.
 */
final class StartOrder {
    private final Map<String, Duration> lastTime;
    private final Map<String, Duration> typical = new HashMap<>();

    private StartOrder(Map<String, Duration> lastTime) {
        this.lastTime = lastTime;
    }

    /** @param lastTime elapsed time of each device's last success, by name */
    static List<Device> of(List<Device> devices, Map<String, Duration> lastTime) {
        if (lastTime.isEmpty()) {
            return devices;
        }
        StartOrder order = new StartOrder(lastTime);
        Map<Device, Duration> expected = new HashMap<>();
        devices.forEach(device -> expected.put(device, order.expected(device, devices)));
        return devices.stream()
                .sorted(Comparator.comparing(expected::get, Comparator.reverseOrder()))
                .toList();
    }

    private Duration expected(Device device, List<Device> devices) {
        Duration known = lastTime.get(device.name());
        return known == null
                ? typical.computeIfAbsent(device.platform(), platform -> median(platform, devices))
                : known;
    }

    private Duration median(String platform, List<Device> devices) {
        List<Duration> times = devices.stream()
                .filter(device -> device.platform().equals(platform) && lastTime.containsKey(device.name()))
                .map(device -> lastTime.get(device.name()))
                .sorted()
                .toList();
        List<Duration> all =
                times.isEmpty() ? lastTime.values().stream().sorted().toList() : times;
        return all.get(all.size() / 2);
    }
}
