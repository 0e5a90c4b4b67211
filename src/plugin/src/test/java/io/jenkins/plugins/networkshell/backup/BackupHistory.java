package io.jenkins.plugins.networkshell.backup;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Run;
import io.jenkins.plugins.networkshell.backup.store.BackupRecord;
import io.jenkins.plugins.networkshell.backup.store.BreakOff;
import io.jenkins.plugins.networkshell.backup.store.JobBackups;
import io.jenkins.plugins.networkshell.backup.store.RecordedBackup;
import io.jenkins.plugins.networkshell.engine.backup.Capture;
import io.jenkins.plugins.networkshell.engine.backup.CapturedConfiguration;
import io.jenkins.plugins.networkshell.engine.backup.ConfigurationForm;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFacts;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFailure;
import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import io.jenkins.plugins.networkshell.engine.backup.Evidence;
import io.jenkins.plugins.networkshell.engine.backup.Proof;
import io.jenkins.plugins.networkshell.engine.backup.UnsavedChanges;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveSettings;
import io.jenkins.plugins.networkshell.engine.backup.archive.BackupArchive;
import io.jenkins.plugins.networkshell.engine.backup.archive.Stored;
import io.jenkins.plugins.networkshell.engine.backup.change.ChangeGroup;
import io.jenkins.plugins.networkshell.engine.backup.change.ConfigurationDifference;
import io.jenkins.plugins.networkshell.engine.backup.report.RunReport;
import io.jenkins.plugins.networkshell.engine.platform.ConfigurationChange;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jvnet.hudson.test.JenkinsRule;

/** A job with builds that made backups, without any device: what a run would have stored is stored. */
public final class BackupHistory {
    /** Of the first build; each further one is a day later. */
    public static final Instant FIRST_NIGHT = Instant.parse("2026-11-01T01:00:00Z");

    private final JenkinsRule r;
    private final FreeStyleProject job;
    private int night;

    public BackupHistory(JenkinsRule r, String name) throws Exception {
        this.r = r;
        this.job = r.createFreeStyleProject(name);
    }

    public FreeStyleProject job() {
        return job;
    }

    /**
     * What a night finds.
     *
     * @param text null for a device that fails
     * @param user who changed it last, or null
     */
    public record Device(String name, String platform, String site, String text, boolean unsaved, String user) {}

    /** One night: the devices with their configurations, those without one fail. */
    public static final class Night {
        private final List<Device> devices = new ArrayList<>();
        private final Set<String> refused = new HashSet<>();
        private BreakOff breakOff;

        /** The night ends before these devices. */
        public Night brokenOffBefore(String... names) {
            breakOff = new BreakOff("The build was stopped.", List.of(names));
            return this;
        }

        public Night device(String name, String text) {
            return device(new Device(name, "cisco_ios", "berlin", text, false, null));
        }

        /** One whose host key is not known. */
        public Night refused(String name) {
            refused.add(name);
            return failing(name);
        }

        public Night failing(String name) {
            return device(name, null);
        }

        public Night device(Device device) {
            devices.add(device);
            return this;
        }
    }

    public FreeStyleBuild build(Night what) throws Exception {
        FreeStyleBuild build = r.buildAndAssertSuccess(job);
        record(build, what);
        return build;
    }

    /** A backup of a build that there is already. */
    public RecordedBackup record(Run<?, ?> build, Night what) throws Exception {
        Instant start = FIRST_NIGHT.plus(Duration.ofDays(night++));
        List<DeviceReport> reports = new ArrayList<>();
        Map<String, List<ConfigurationDifference>> changes = new LinkedHashMap<>();
        JobBackups backups = JobBackups.of(job);
        try (BackupArchive archive = BackupArchive.open(backups.archive(), ArchiveSettings.DEFAULT)) {
            for (Device device : what.devices) {
                if (device.text() == null) {
                    reports.add(failed(device, what.refused.contains(device.name())));
                    continue;
                }
                Stored.Kept kept = (Stored.Kept) archive.store(capture(device, start));
                if (!kept.differences().isEmpty()) {
                    changes.put(device.name(), List.copyOf(kept.differences().values()));
                }
                reports.add(stored(device, kept));
            }
        }
        Map<String, ConfigurationDifference> first = new LinkedHashMap<>();
        changes.forEach((name, differences) -> first.put(name, differences.get(0)));
        RunReport report = new RunReport(start, Duration.ofSeconds(90), reports, ChangeGroup.of(first));
        return backups.record(build, new BackupRecord(report, changes, what.breakOff));
    }

    private static DeviceReport failed(Device device, boolean refused) {
        String host = host(device.name());
        return DeviceReport.failed(
                device.name(),
                host,
                device.platform(),
                device.site(),
                3,
                Duration.ofSeconds(40),
                new DeviceFailure(
                        refused ? "host_key_unknown" : "connect_timeout",
                        host + " did not answer within 10 s.",
                        "Is it switched on?",
                        List.of("login: backup", "Password:")));
    }

    private static DeviceReport stored(Device device, Stored.Kept kept) {
        return new DeviceReport(
                device.name(),
                host(device.name()),
                device.platform(),
                device.site(),
                kept.changed(),
                kept.first(),
                kept.added(),
                kept.removed(),
                kept.bytes(),
                1,
                Duration.ofMillis(1200),
                change(device),
                unsaved(device),
                kept.files(),
                null);
    }

    private static ConfigurationChange change(Device device) {
        return device.user() == null ? null : new ConfigurationChange(device.user(), null);
    }

    private static UnsavedChanges unsaved(Device device) {
        return device.unsaved() ? UnsavedChanges.YES : UnsavedChanges.NO;
    }

    public static String host(String device) {
        return "10.0.0." + (1 + Math.floorMod(device.hashCode(), 250));
    }

    private static Capture capture(Device device, Instant time) {
        Configuration rules = PlatformCatalog.builtIn()
                .find(device.platform())
                .orElseThrow()
                .configurations()
                .get(0);
        return new Capture(
                device.name(),
                new Evidence(
                        time,
                        host(device.name()),
                        22,
                        device.platform(),
                        new DeviceFacts(device.name(), "C9300", "FOC1", "17.9"),
                        "SSH-2.0-Cisco-1.25",
                        "ssh-ed25519 SHA256:abc",
                        Map.of("kex", "curve25519-sha256"),
                        unsaved(device),
                        "test"),
                List.of(new CapturedConfiguration(
                        rules, ConfigurationForm.PRIMARY, device.text(), new Proof.EndMark("end"), change(device))));
    }
}
