package io.jenkins.plugins.networkshell.cli.backup;

import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import io.jenkins.plugins.networkshell.engine.backup.UnsavedChanges;
import io.jenkins.plugins.networkshell.engine.text.Durations;
import java.util.Locale;

/** A device's result in one line. */
final class DeviceLine {
    private DeviceLine() {}

    static String of(DeviceReport report) {
        String attempts = report.attempts() > 1 ? ", " + report.attempts() + " attempts" : "";
        if (!report.ok()) {
            return report.name() + ": failed (" + report.failure().kind() + ")" + attempts + ": "
                    + report.failure().sentence();
        }
        String change = report.first()
                ? "new"
                : report.changed() ? "changed +" + report.added() + " -" + report.removed() : "unchanged";
        return report.name() + ": ok, " + change + ", " + String.format(Locale.ROOT, "%,d bytes", report.bytes())
                + attempts + ", " + Durations.text(report.elapsed())
                + (report.unsaved() == UnsavedChanges.YES ? ", unsaved changes" : "");
    }
}
