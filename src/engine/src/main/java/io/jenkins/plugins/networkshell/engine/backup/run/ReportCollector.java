package io.jenkins.plugins.networkshell.engine.backup.run;

import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import io.jenkins.plugins.networkshell.engine.backup.archive.Stored;
import io.jenkins.plugins.networkshell.engine.backup.change.ChangeGroup;
import io.jenkins.plugins.networkshell.engine.backup.change.ConfigurationDifference;
import io.jenkins.plugins.networkshell.engine.backup.fleet.DeviceResult;
import io.jenkins.plugins.networkshell.engine.backup.fleet.FleetSink;
import io.jenkins.plugins.networkshell.engine.backup.git.CommittedDevice;
import io.jenkins.plugins.networkshell.engine.backup.report.RunReport;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Builds the report of a run from the results of its devices. Results must be added one at a time.
 */
public final class ReportCollector implements FleetSink<StoredCapture> {
    /** More than anybody reads. Without a limit, memory would grow with the network if everything changes. */
    private static final long MOST_CHARACTERS = 5_000_000;

    private final List<Device> devices;
    private final BackupListener listener;
    private final Map<String, DeviceReport> reports = new HashMap<>();
    private final ReportedChanges changes = new ReportedChanges(MOST_CHARACTERS);
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
            boolean allBefore = changes.areAll();
            changes.add(device.name(), differences);
            if (allBefore && !changes.areAll()) {
                listener.notice(
                        device,
                        "The report has so many changes that this one and further ones are only counted; 'diff' shows them.");
            }
        }
        reports.put(device.name(), report);
        listener.finished(report, differences);
    }

    private static DeviceReport report(DeviceResult<StoredCapture> result) {
        Device device = result.device();
        if (!result.ok()) {
            return DeviceReport.failed(device, result.attempts(), result.elapsed(), result.failure());
        }
        StoredCapture stored = result.result();
        return new DeviceReport(
                device.name(),
                device.host(),
                stored.summary().platform(),
                device.site().orElse(null),
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

    /** Reports of the devices that have a result so far, in the order of the inventory. */
    public RunReport report(Instant startedAt, Duration elapsed) {
        List<DeviceReport> all = devices.stream()
                .map(device -> reports.get(device.name()))
                .filter(Objects::nonNull)
                .toList();
        return new RunReport(
                startedAt,
                elapsed,
                all,
                ChangeGroup.of(changes.of(devices.stream().map(Device::name).toList())));
    }

    List<CommittedDevice> changed() {
        return devices.stream()
                .map(device -> changed.get(device.name()))
                .filter(Objects::nonNull)
                .toList();
    }
}
