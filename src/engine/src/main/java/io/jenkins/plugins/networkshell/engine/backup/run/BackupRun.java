package io.jenkins.plugins.networkshell.engine.backup.run;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveException;
import io.jenkins.plugins.networkshell.engine.backup.archive.BackupArchive;
import io.jenkins.plugins.networkshell.engine.backup.archive.BatfishSnapshot;
import io.jenkins.plugins.networkshell.engine.backup.fleet.FleetRunner;
import io.jenkins.plugins.networkshell.engine.backup.fleet.FleetSummary;
import io.jenkins.plugins.networkshell.engine.backup.git.CommittedDevice;
import io.jenkins.plugins.networkshell.engine.backup.git.GitHistory;
import io.jenkins.plugins.networkshell.engine.backup.report.RunReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A backup of many devices into one archive: captures, stores, reports, commits.
 *
 * <pre>{@code
 * SshCapturer capturer = new SshCapturer(new DeviceTargets(catalog, logins, hostKeys), version);
 * BackupResult result = new BackupRun(Path.of("configs"), BackupOptions.DEFAULT, capturer)
 *         .run(inventory.devices(), BackupListener.NONE, new Cancellation());
 * }</pre>
 *
 * <p>Immutable; each run opens the archive and closes it.
 */
public final class BackupRun {
    private final Path folder;
    private final BackupOptions options;
    private final SshCapturer capturer;

    /** @param folder of the archive, created if it does not exist */
    public BackupRun(Path folder, BackupOptions options, SshCapturer capturer) {
        this.folder = folder;
        this.options = options;
        this.capturer = capturer;
    }

    /**
     * Runs until every device has a result and the reports are written, even after a cancellation.
     *
     * @param devices with their credentials, in the order of the report
     * @throws ArchiveException if the archive can't be opened, or the reports can't be written
     */
    public BackupResult run(List<Device> devices, BackupListener listener, Cancellation cancellation)
            throws IOException {
        Instant startedAt = Instant.now();
        long start = System.nanoTime();
        ReportCollector collector = new ReportCollector(devices, listener);
        try (BackupArchive archive = BackupArchive.open(folder, options.archiveSettings())) {
            FleetSummary summary;
            try (ArchivingCapturer storing = new ArchivingCapturer(capturer, archive, listener)) {
                summary = new FleetRunner(options.fleet())
                        .run(devices, LastRun.durations(archive.reader()), storing, collector, listener, cancellation);
            }
            RunReport report = collector.report(startedAt, Duration.ofNanos(System.nanoTime() - start));
            ReportFiles.write(archive, report);
            String commit = options.git() ? commit(archive, collector.changed(), startedAt) : null;
            if (options.batfish() != null) {
                BatfishSnapshot.write(archive.reader(), options.batfish());
            }
            return new BackupResult(report, summary, commit);
        }
    }

    private String commit(BackupArchive archive, List<CommittedDevice> changed, Instant time) throws ArchiveException {
        try (GitHistory git = GitHistory.open(folder, archive.isAfterCrash())) {
            return git.commit(changed, time).orElse(null);
        }
    }
}
