package io.jenkins.plugins.networkshell.backup.store;

import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import io.jenkins.plugins.networkshell.engine.backup.UnsavedChanges;
import java.util.Optional;

/**
 * The state of a device after the last build that tried it. Immutable.
 *
 * @param platform null if never recognised
 * @param site null if the inventory names none
 * @param tried when it was last tried
 * @param good its last good capture; null if it never had one
 * @param changed when a capture last differed from the previous one, including the first capture; null if never
 * @param changedBy who changed it, according to the configuration; null if unknown
 * @param failing when its current series of failures began; null if the last try succeeded
 * @param failureKind null if the last try succeeded
 * @param failure one sentence without secrets; null if the last try succeeded
 * @param bytes size of the last good capture
 */
public record DeviceState(
        String name,
        String host,
        String platform,
        String site,
        Moment tried,
        Moment good,
        Moment changed,
        String changedBy,
        Moment failing,
        String failureKind,
        String failure,
        UnsavedChanges unsaved,
        long bytes) {
    /** @param before null for a device that was never tried */
    static DeviceState after(DeviceState before, DeviceReport report, Moment now) {
        Optional<DeviceState> old = Optional.ofNullable(before);
        boolean ok = report.ok();
        String platform = report.platform() != null
                ? report.platform()
                : old.map(DeviceState::platform).orElse(null);
        String user = report.changedBy() == null ? null : report.changedBy().user();
        return new DeviceState(
                report.name(),
                report.host(),
                platform,
                report.site(),
                now,
                ok ? now : old.map(DeviceState::good).orElse(null),
                report.changed() ? now : old.map(DeviceState::changed).orElse(null),
                report.changed() ? user : old.map(DeviceState::changedBy).orElse(null),
                ok ? null : old.map(DeviceState::failing).orElse(now),
                ok ? null : report.failure().kind(),
                ok ? null : report.failure().sentence(),
                // An earlier reply says nothing about the current state.
                ok ? report.unsaved() : UnsavedChanges.UNKNOWN,
                ok ? report.bytes() : old.map(DeviceState::bytes).orElse(0L));
    }

    public boolean ok() {
        return failing == null;
    }
}
