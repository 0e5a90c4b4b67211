package io.jenkins.plugins.networkshell.engine.backup.change;

import java.io.Serializable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The same change on one or more devices: a new NTP server on 300 switches is one thing to look at, not 300.
 *
 * @param change as on the first device
 * @param devices in the order they were given
 */
public record ChangeGroup(ChangedSection change, List<String> devices) implements Serializable {
    public ChangeGroup {
        devices = List.copyOf(devices);
    }

    /**
     * @param differences by device. Without secrets or with placeholders for them, because each device encrypts the
     *     same password differently.
     * @return the groups, those with the most devices first
     */
    public static List<ChangeGroup> of(Map<String, ConfigurationDifference> differences) {
        Map<ChangedSection, Members> groups = new LinkedHashMap<>();
        differences.forEach((device, difference) -> {
            for (ChangedSection section : difference.sections()) {
                Members members = groups.computeIfAbsent(section.anywhere(), key -> new Members(section));
                members.devices.add(device);
            }
        });
        return groups.values().stream()
                .map(members -> new ChangeGroup(members.change, List.copyOf(members.devices)))
                .sorted(Comparator.comparingInt(
                                (ChangeGroup group) -> group.devices().size())
                        .reversed())
                .toList();
    }

    private static final class Members {
        private final ChangedSection change;
        private final Set<String> devices = new LinkedHashSet<>();

        Members(ChangedSection change) {
            this.change = change;
        }
    }
}
