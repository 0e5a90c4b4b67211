package io.jenkins.plugins.networkshell.engine.backup.run;

import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import io.jenkins.plugins.networkshell.engine.backup.archive.Stored;
import io.jenkins.plugins.networkshell.engine.backup.change.ChangeGroup;
import io.jenkins.plugins.networkshell.engine.backup.change.ChangedSection;
import io.jenkins.plugins.networkshell.engine.backup.change.ConfigurationDifference;
import io.jenkins.plugins.networkshell.engine.backup.fleet.DeviceResult;
import io.jenkins.plugins.networkshell.engine.backup.fleet.FleetSink;
import io.jenkins.plugins.networkshell.engine.backup.git.CommittedDevice;
import io.jenkins.plugins.networkshell.engine.backup.report.RunReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Puts the report of a run together from the results of its devices. The fleet hands over one at a time; whoever has
 * results from elsewhere does so, too.
 */
public final class ReportCollector implements FleetSink<StoredCapture> {
    private final List<Device> devices;
    private final BackupListener listener;
    private final Map<String, DeviceReport> reports = new HashMap<>();
    private final Map<String, ConfigurationDifference> changes = new HashMap<>();
    private final Map<String, CommittedDevice> changed = new HashMap<>();

    /** @param devices in the order of the report */
    public ReportCollector(List<Device> devices, BackupListener listener) {
        this.devices = devices;
        this.listener = listener;
    }

    @Override
    public void accept(DeviceResult<StoredCapture> result) {
        Device device = result.device();
        DeviceReport report = report(result);
        List<ConfigurationDifference> differences = List.of();
        if (result.ok()) {
            Stored.Kept kept = result.result().kept();
            differences = List.copyOf(kept.differences().values());
            if (kept.changed()) {
                changed.put(device.name(), result.result().summary());
            }
            if (!differences.isEmpty()) {
                changes.put(device.name(), joined(differences));
            }
        }
        reports.put(device.name(), report);
        listener.finished(report, differences);
    }

    private static DeviceReport report(DeviceResult<StoredCapture> result) {
        Device device = result.device();
        String site = device.site().orElse(null);
        if (!result.ok()) {
            return DeviceReport.failed(
                    device.name(),
                    device.host(),
                    device.platform().equals(Device.AUTO) ? null : device.platform(),
                    site,
                    result.attempts(),
                    result.elapsed(),
                    result.failure());
        }
        StoredCapture stored = result.result();
        return new DeviceReport(
                device.name(),
                device.host(),
                stored.summary().platform(),
                site,
                stored.kept().changed(),
                stored.kept().first(),
                stored.kept().added(),
                stored.kept().removed(),
                stored.kept().bytes(),
                result.attempts(),
                result.elapsed(),
                stored.summary().changedBy(),
                stored.unsaved(),
                stored.kept().files(),
                null);
    }

    /** A change that the startup and the running configuration show is one. */
    private static ConfigurationDifference joined(List<ConfigurationDifference> differences) {
        Set<List<String>> seen = new LinkedHashSet<>();
        List<ChangedSection> sections = new ArrayList<>();
        for (ConfigurationDifference difference : differences) {
            for (ChangedSection section : difference.sections()) {
                List<String> text = new ArrayList<>(section.path());
                section.lines().forEach(line -> text.add((line.added() ? "+" : "-") + line.text()));
                if (seen.add(text)) {
                    sections.add(section);
                }
            }
        }
        return new ConfigurationDifference(sections);
    }

    /** Of the devices that have a result by now, in the order of the inventory. */
    public RunReport report(Instant startedAt, Duration elapsed) {
        Map<String, ConfigurationDifference> ordered = new LinkedHashMap<>();
        for (Device device : devices) {
            if (changes.containsKey(device.name())) {
                ordered.put(device.name(), changes.get(device.name()));
            }
        }
        List<DeviceReport> all = devices.stream()
                .map(device -> reports.get(device.name()))
                .filter(Objects::nonNull)
                .toList();
        return new RunReport(startedAt, elapsed, all, ChangeGroup.of(ordered));
    }

    List<CommittedDevice> changed() {
        return devices.stream()
                .map(device -> changed.get(device.name()))
                .filter(Objects::nonNull)
                .toList();
    }
}
