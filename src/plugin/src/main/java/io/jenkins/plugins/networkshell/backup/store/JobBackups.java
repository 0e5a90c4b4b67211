package io.jenkins.plugins.networkshell.backup.store;

import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import io.jenkins.plugins.networkshell.engine.backup.change.ConfigurationDifference;
import io.jenkins.plugins.networkshell.engine.backup.report.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The backups of a job. */
public final class JobBackups {
    private final Path folder;

    private JobBackups(Path folder) {
        this.folder = folder;
    }

    public static JobBackups of(Job<?, ?> job) {
        return new JobBackups(job.getRootDir().toPath().resolve("network-backup"));
    }

    /** The folder of the archive. */
    public Path archive() {
        return folder.resolve("archive");
    }

    /** @param changes by device */
    public synchronized RecordedBackup record(
            Run<?, ?> run, RunReport report, Map<String, List<ConfigurationDifference>> changes) throws IOException {
        Path file = folder.resolve("failed.txt");
        List<String> before = Files.exists(file) ? Files.readAllLines(file) : List.of();
        List<String> now = report.devices().stream()
                .filter(device -> !device.ok())
                .map(DeviceReport::name)
                .toList();
        List<String> good = report.devices().stream()
                .filter(DeviceReport::ok)
                .map(DeviceReport::name)
                .toList();
        Files.createDirectories(folder);
        Files.write(file, now);
        return new RecordedBackup(
                now.stream().filter(name -> !before.contains(name)).toList(),
                before.stream().filter(good::contains).toList());
    }
}
