package io.jenkins.plugins.networkshell.backup.run;

import hudson.AbortException;
import hudson.FilePath;
import io.jenkins.plugins.networkshell.backup.store.BackupRecord;
import io.jenkins.plugins.networkshell.backup.store.JobBackups;
import io.jenkins.plugins.networkshell.backup.store.RecordedBackup;
import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import io.jenkins.plugins.networkshell.engine.backup.report.JUnitXml;
import io.jenkins.plugins.networkshell.engine.backup.report.RunReport;
import io.jenkins.plugins.networkshell.engine.backup.run.ReportFiles;
import io.jenkins.plugins.networkshell.run.StepSite;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/** Stores what a backup did: with the job, with the build, among the artifacts and in the workspace. */
final class BackupKeeper {
    private static final Logger LOGGER = Logger.getLogger(BackupKeeper.class.getName());
    private static final int MOST_NAMES = 10;

    private final StepSite site;
    private final String folder;
    private final JobBackups backups;
    private final BackupSinks sinks;
    private final BackupRecorder recorder;
    private final Instant startedAt = Instant.now();
    private final long start = System.nanoTime();

    /** The result of storing a backup. */
    record Kept(RunReport report, RecordedBackup recorded) {}

    /** @param folder of the artifacts; empty for none */
    BackupKeeper(StepSite site, String folder, JobBackups backups, BackupSinks sinks, BackupRecorder recorder) {
        this.site = site;
        this.folder = folder;
        this.backups = backups;
        this.sinks = sinks;
        this.recorder = recorder;
    }

    /** Stores a backup that completed. */
    Kept keep() throws IOException, InterruptedException {
        Kept kept = keep(record(null));
        copyForJUnit(kept.report());
        return kept;
    }

    /**
     * Stores as much as possible of a backup that did not complete.
     *
     * @param why it did not
     */
    void keepBroken(Exception why) {
        boolean interrupted = Thread.interrupted(); // otherwise nothing could be written
        try {
            BackupRecord record = record(sentence(why));
            keep(record);
            List<String> missing = record.notReached();
            if (!missing.isEmpty()) {
                String names = String.join(", ", missing.subList(0, Math.min(MOST_NAMES, missing.size())));
                sinks.console()
                        .say(Messages.BackupKeeper_BrokenOff(
                                missing.size(), missing.size() > MOST_NAMES ? names + ", …" : names));
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, "What a backup did before it broke off could not be kept.", e);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String sentence(Exception why) {
        Jenkins jenkins = Jenkins.getInstanceOrNull();
        if (jenkins == null || jenkins.isTerminating()) {
            return Messages.InterruptedBackups_Restarted();
        }
        if (why instanceof InterruptedException) {
            return Messages.BackupKeeper_Stopped();
        }
        return why instanceof AbortException ? why.getMessage() : Messages.BackupKeeper_Error();
    }

    private BackupRecord record(String brokenOff) {
        return recorder.record(startedAt, Duration.ofNanos(System.nanoTime() - start), brokenOff);
    }

    private Kept keep(BackupRecord record) throws IOException, InterruptedException {
        RunReport report = recorder.whole(record);
        ReportFiles.write(sinks.archive(), report);
        RecordedBackup recorded = backups.record(site.run(), record);
        sinks.journal().delete();
        sinks.hostKeys().report(site.run().getExternalizableId(), sinks.console());
        String into = sinks.artifacts().archive(site.run(), site.listener(), folder, report);
        site.run().addOrReplaceAction(new BackupEnvironment(report));
        end(report, into);
        return new Kept(report, recorded);
    }

    private void end(RunReport report, String into) {
        sinks.console().say(report.summary());
        long first = report.devices().stream().filter(DeviceReport::first).count();
        if (first > 0) {
            sinks.console().say(Messages.BackupKeeper_First(first));
        }
        if (into != null) {
            sinks.console().say(Messages.BackupKeeper_Archived(into));
        }
    }

    /** Publishers of test results look in the workspace, not among the artifacts. */
    private void copyForJUnit(RunReport report) throws IOException, InterruptedException {
        FilePath workspace = site.node().workspace();
        if (workspace != null && !folder.isEmpty()) {
            workspace.child(folder).child(BackupArtifacts.JUNIT).write(JUnitXml.of(report), "UTF-8");
        }
    }
}
