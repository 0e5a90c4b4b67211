package io.jenkins.plugins.networkshell.backup.store;

import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import io.jenkins.plugins.networkshell.engine.backup.UnsavedChanges;
import io.jenkins.plugins.networkshell.engine.backup.change.ChangeGroup;
import io.jenkins.plugins.networkshell.engine.backup.change.ChangedSection;
import io.jenkins.plugins.networkshell.engine.backup.change.ConfigurationDifference;
import io.jenkins.plugins.networkshell.engine.backup.report.RunReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the backups of one build did, all steps of the build together. Holds no secrets. Immutable.
 *
 * @param devices in the order of the inventories, each once
 * @param changes by device, one difference for each configuration that changed, with placeholders for secrets; devices that
 *     did not change are not in it
 * @param groups the same change on many devices once, the one on most devices first
 */
public record BackupRecord(
        Instant startedAt,
        Duration elapsed,
        List<DeviceReport> devices,
        Map<String, List<ConfigurationDifference>> changes,
        List<ChangeGroup> groups) {
    public BackupRecord {
        devices = List.copyOf(devices);
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
        groups = List.copyOf(groups);
    }

    static BackupRecord of(RunReport report, Map<String, List<ConfigurationDifference>> changes) {
        return new BackupRecord(report.startedAt(), report.elapsed(), report.devices(), changes, report.changes());
    }

    /** With what a further step of the same build did; of a device that both have, the later result counts. */
    BackupRecord plus(BackupRecord later) {
        Map<String, DeviceReport> all = new LinkedHashMap<>();
        devices.forEach(device -> all.put(device.name(), device));
        later.devices.forEach(device -> all.put(device.name(), device));
        Map<String, List<ConfigurationDifference>> differences = new LinkedHashMap<>(changes);
        // A device that changed and then was captured again without a change has changed in this build all the same.
        differences.putAll(later.changes);
        List<ChangeGroup> both = new ArrayList<>(groups);
        both.addAll(later.groups);
        return new BackupRecord(
                startedAt.isBefore(later.startedAt) ? startedAt : later.startedAt,
                elapsed.plus(later.elapsed),
                List.copyOf(all.values()),
                differences,
                merged(both));
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
        return devices.stream().filter(device -> device.name().equals(name)).findFirst();
    }

    public long failed() {
        return count(device -> !device.ok());
    }

    public long changed() {
        return count(DeviceReport::changed);
    }

    public long unsaved() {
        return count(device -> device.unsaved() == UnsavedChanges.YES);
    }

    private long count(Predicate<DeviceReport> predicate) {
        return devices.stream().filter(predicate).count();
    }
}
