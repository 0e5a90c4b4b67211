package io.jenkins.plugins.networkshell.engine.backup.report;

import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Counts of devices by a common property. */
public record Totals(int devices, int changed, int failed) {
    private static final Totals NONE = new Totals(0, 0, 0);
    private static final String UNKNOWN = "unknown";

    private Totals plus(DeviceReport device) {
        return new Totals(devices + 1, changed + (device.changed() ? 1 : 0), failed + (device.ok() ? 0 : 1));
    }

    /** By site; {@code unknown} for devices without one. */
    public static Map<String, Totals> bySite(List<DeviceReport> devices) {
        return by(devices, DeviceReport::site);
    }

    public static Map<String, Totals> byPlatform(List<DeviceReport> devices) {
        return by(devices, DeviceReport::platform);
    }

    /** By class of failure, of the devices that failed. */
    public static Map<String, Totals> byFailure(List<DeviceReport> devices) {
        return by(
                devices.stream().filter(device -> !device.ok()).toList(),
                device -> device.failure().kind());
    }

    private static Map<String, Totals> by(List<DeviceReport> devices, Function<DeviceReport, String> key) {
        Map<String, Totals> totals = new TreeMap<>();
        for (DeviceReport device : devices) {
            String name = key.apply(device);
            totals.merge(name == null ? UNKNOWN : name, NONE.plus(device), (sum, one) -> sum.plus(device));
        }
        return totals;
    }
}
