package io.jenkins.plugins.networkshell.backup.store;

import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import io.jenkins.plugins.networkshell.engine.backup.change.ChangeGroup;
import io.jenkins.plugins.networkshell.engine.backup.change.ChangedSection;
import io.jenkins.plugins.networkshell.engine.backup.change.ConfigurationDifference;
import io.jenkins.plugins.networkshell.engine.backup.report.RunReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the backups of one build did, all steps of the build together. Holds no secrets. Immutable.
 *
 * @param report of all devices with a result, each once, in the order of the inventories
 * @param changes by device, one difference for each configuration that changed, with placeholders for secrets; contains
 *     only devices that changed
 * @param breakOff null if the backups completed
 */
public record BackupRecord(RunReport report, Map<String, List<ConfigurationDifference>> changes, BreakOff breakOff) {
    public BackupRecord {
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    }

    /** Merged with the record of a later step of the same build; for a device in both, the later result counts. */
    BackupRecord plus(BackupRecord later) {
        Map<String, DeviceReport> all = new LinkedHashMap<>();
        report.devices().forEach(device -> all.put(device.name(), device));
        later.report.devices().forEach(device -> all.put(device.name(), device));
        Map<String, List<ConfigurationDifference>> differences = new LinkedHashMap<>(changes);
        // A device that changed and was then captured again without a change still counts as changed in this build.
        differences.putAll(later.changes);
        List<ChangeGroup> groups = new ArrayList<>(report.changes());
        groups.addAll(later.report.changes());
        Instant startedAt = report.startedAt();
        return new BackupRecord(
                new RunReport(
                        startedAt.isBefore(later.report.startedAt()) ? startedAt : later.report.startedAt(),
                        report.elapsed().plus(later.report.elapsed()),
                        List.copyOf(all.values()),
                        merged(groups)),
                differences,
                BreakOff.both(breakOff, later.breakOff, all.keySet()));
    }

    private static List<ChangeGroup> merged(List<ChangeGroup> groups) {
        Map<String, ConfigurationDifference> byDevice = new LinkedHashMap<>();
        for (ChangeGroup group : groups) {
            for (String device : group.devices()) {
                ConfigurationDifference before = byDevice.getOrDefault(device, ConfigurationDifference.NONE);
                List<ChangedSection> sections = new ArrayList<>(before.sections());
                sections.add(group.change());
                byDevice.put(device, new ConfigurationDifference(sections));
            }
        }
        return ChangeGroup.of(byDevice);
    }

    public Optional<DeviceReport> device(String name) {
        return report.devices().stream()
                .filter(device -> device.name().equals(name))
                .findFirst();
    }

    /** The names of devices that should have been backed up and have no result. */
    public List<String> notReached() {
        return breakOff == null ? List.of() : breakOff.notReached();
    }
}
