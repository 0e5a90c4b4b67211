package io.jenkins.plugins.networkshell.backup.agents;

import io.jenkins.plugins.networkshell.engine.backup.Device;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Divides the devices of a backup into parts. */
final class DeviceSplit {
    private DeviceSplit() {}

    /**
     * @param bySite whether devices of a site stay together
     * @param parts maximum number of parts
     * @return none of them empty
     */
    static List<List<Device>> of(List<Device> devices, boolean bySite, int parts) {
        List<List<Device>> split = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            split.add(new ArrayList<>());
        }
        for (List<Device> together : groups(devices, bySite)) {
            split.stream()
                    .min(Comparator.comparingInt(List::size))
                    .orElseThrow()
                    .addAll(together);
        }
        split.removeIf(List::isEmpty);
        return split;
    }

    /** The largest first, so that the parts are about equal. */
    private static List<List<Device>> groups(List<Device> devices, boolean bySite) {
        Map<Object, List<Device>> groups = new LinkedHashMap<>();
        for (Device device : devices) {
            Object key = bySite && device.site().isPresent() ? device.site().get() : device;
            groups.computeIfAbsent(key, site -> new ArrayList<>()).add(device);
        }
        return groups.values().stream()
                .sorted(Comparator.comparingInt((List<Device> group) -> group.size())
                        .reversed())
                .toList();
    }
}
