package io.jenkins.plugins.networkshell.backup.run;

import io.jenkins.plugins.networkshell.backup.store.RecordedBackup;
import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import io.jenkins.plugins.networkshell.engine.backup.UnsavedChanges;
import io.jenkins.plugins.networkshell.engine.backup.report.RunReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The summary of a backup for mails and chats: one line for each device that may need attention. */
final class BackupSummary {
    private static final int MOST_LINES = 25;

    private final RunReport report;
    private final RecordedBackup recorded;
    private final List<String> lines = new ArrayList<>();

    private BackupSummary(RunReport report, RecordedBackup recorded) {
        this.report = report;
        this.recorded = recorded;
    }

    static String of(RunReport report, RecordedBackup recorded) {
        BackupSummary summary = new BackupSummary(report, recorded);
        summary.write();
        return String.join("\n", summary.lines);
    }

    private void write() {
        Set<String> newlyFailed = new HashSet<>(recorded.newlyFailed());
        lines.add(report.summary());
        section(Messages.BackupSummary_NewlyFailed(), device -> newlyFailed.contains(device.name()), this::failure);
        section(
                Messages.BackupSummary_StillFailed(),
                device -> !device.ok() && !newlyFailed.contains(device.name()),
                this::failure);
        if (!recorded.recovered().isEmpty()) {
            Set<String> recovered = new HashSet<>(recorded.recovered());
            section(Messages.BackupSummary_Recovered(), device -> recovered.contains(device.name()), device -> "");
        }
        section(
                Messages.BackupSummary_Changed(),
                device -> device.changed() && !device.first(),
                device -> " (+" + device.added() + " -" + device.removed() + ")");
        section(Messages.BackupSummary_Unsaved(), device -> device.unsaved() == UnsavedChanges.YES, device -> "");
    }

    private String failure(DeviceReport device) {
        return ": " + device.failure().sentence();
    }

    private void section(String title, Predicate<DeviceReport> which, Function<DeviceReport, String> more) {
        List<DeviceReport> devices = report.devices().stream().filter(which).toList();
        if (devices.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(title);
        devices.stream().limit(MOST_LINES).forEach(device -> lines.add("- " + device.name() + more.apply(device)));
        if (devices.size() > MOST_LINES) {
            lines.add("- " + Messages.BackupSummary_More(devices.size() - MOST_LINES));
        }
    }
}
