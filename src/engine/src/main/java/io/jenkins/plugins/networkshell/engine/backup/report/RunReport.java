package io.jenkins.plugins.networkshell.engine.backup.report;

import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import io.jenkins.plugins.networkshell.engine.backup.UnsavedChanges;
import io.jenkins.plugins.networkshell.engine.backup.change.ChangeGroup;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * The result of a run. Immutable.
 *
 * @param devices in the order of the inventory
 * @param changes the changes without secrets; the same change on many devices is listed once
 */
public record RunReport(Instant startedAt, Duration elapsed, List<DeviceReport> devices, List<ChangeGroup> changes)
        implements Serializable {
    public RunReport {
        devices = List.copyOf(devices);
        changes = List.copyOf(changes);
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

    /** One line: {@code 1998 of 2000 devices backed up, 12 changed, 2 failed, 1 with unsaved changes.} */
    public String summary() {
        StringBuilder text = new StringBuilder()
                .append(devices.size() - failed())
                .append(" of ")
                .append(devices.size())
                .append(devices.size() == 1 ? " device" : " devices")
                .append(" backed up, ")
                .append(changed())
                .append(" changed, ")
                .append(failed())
                .append(" failed");
        if (unsaved() > 0) {
            text.append(", ").append(unsaved()).append(" with unsaved changes");
        }
        return text.append('.').toString();
    }
}
