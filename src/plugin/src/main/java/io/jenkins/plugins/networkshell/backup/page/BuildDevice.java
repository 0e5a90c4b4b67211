package io.jenkins.plugins.networkshell.backup.page;

import hudson.model.Run;
import io.jenkins.plugins.networkshell.backup.store.BackupRecord;
import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveException;
import io.jenkins.plugins.networkshell.engine.backup.archive.Version;
import java.util.List;
import org.kohsuke.stapler.Stapler;

/**
 * What a build did for one device: the difference, the configuration, or why there is none. Created for each request.
 */
public final class BuildDevice {
    private final Run<?, ?> run;
    private final BackupRecord record;
    private final DeviceReport report;

    BuildDevice(Run<?, ?> run, BackupRecord record, DeviceReport report) {
        this.run = run;
        this.record = record;
        this.report = report;
    }

    /** The owner of the side panel and the tabs. */
    public Run<?, ?> getObject() {
        return run;
    }

    public String getDisplayName() {
        return report.name();
    }

    public DeviceRow getRow() {
        return new DeviceRow(report);
    }

    public boolean isSideBySide() {
        return "side".equals(Stapler.getCurrentRequest2().getParameter("view"));
    }

    /** One difference for each configuration that changed. */
    public List<DifferenceView> getDifferences() {
        return record.changes().getOrDefault(report.name(), List.of()).stream()
                .map(difference -> new DifferenceView(difference, isSideBySide()))
                .toList();
    }

    /** What the build captured; empty for a device that failed, and for a version that is no longer kept. */
    public List<ShownConfiguration> getConfigurations() throws ArchiveException {
        if (!report.ok()) {
            return List.of();
        }
        ArchiveTexts texts = ArchiveTexts.of(run.getParent());
        Version version = texts.at(
                        report.name(),
                        record.report().startedAt().plus(record.report().elapsed()))
                .orElse(null);
        return version == null
                ? List.of()
                : version.files().stream()
                        .map(file -> new ShownConfiguration(texts, report.name(), version, file))
                        .toList();
    }

    public boolean isRawAllowed() {
        return run.getParent().hasPermission(BackupPermissions.RAW);
    }

    public String getJobPage() {
        return run.getParent().getUrl() + BuildBackups.URL;
    }
}
