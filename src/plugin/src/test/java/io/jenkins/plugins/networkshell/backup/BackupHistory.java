package io.jenkins.plugins.networkshell.backup;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Run;
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
import io.jenkins.plugins.networkshell.engine.platform.Platform.Configuration;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jvnet.hudson.test.JenkinsRule;

/** A job with builds that made backups, without any device: what a run would have stored is stored. */
public final class BackupHistory {
    /** Of the first build; each further one is a day later. */
    public static final Instant FIRST_NIGHT = Instant.parse("2026-11-01T01:00:00Z");

    private static final Configuration RULES = PlatformCatalog.builtIn()
            .find("cisco_ios")
            .orElseThrow()
            .configurations()
            .get(0);

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

    /** One night: the devices with their configurations, those without one fail. */
    public static final class Night {
        private final Map<String, String> texts = new LinkedHashMap<>();

        public Night device(String name, String text) {
            texts.put(name, text);
            return this;
        }

        public Night failing(String name) {
            texts.put(name, null);
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
            for (Map.Entry<String, String> device : what.texts.entrySet()) {
                String name = device.getKey();
                if (device.getValue() == null) {
                    reports.add(DeviceReport.failed(
                            name,
                            host(name),
                            "cisco_ios",
                            "berlin",
                            3,
                            Duration.ofSeconds(40),
                            new DeviceFailure(
                                    "connect_timeout",
                                    host(name) + " did not answer within 10 s.",
                                    "Is it switched on?",
                                    List.of("login: backup", "Password:"))));
                    continue;
                }
                Stored.Kept kept = (Stored.Kept) archive.store(capture(name, device.getValue(), start));
                if (!kept.differences().isEmpty()) {
                    changes.put(name, List.copyOf(kept.differences().values()));
                }
                reports.add(new DeviceReport(
                        name,
                        host(name),
                        "cisco_ios",
                        "berlin",
                        kept.changed(),
                        kept.first(),
                        kept.added(),
                        kept.removed(),
                        kept.bytes(),
                        1,
                        Duration.ofMillis(1200),
                        null,
                        UnsavedChanges.NO,
                        kept.files(),
                        null));
            }
        }
        Map<String, ConfigurationDifference> first = new LinkedHashMap<>();
        changes.forEach((name, differences) -> first.put(name, differences.get(0)));
        RunReport report = new RunReport(start, Duration.ofSeconds(90), reports, ChangeGroup.of(first));
        return backups.record(build, report, changes);
    }

    public static String host(String device) {
        return "10.0.0." + (1 + Math.floorMod(device.hashCode(), 250));
    }

    private static Capture capture(String device, String text, Instant time) {
        return new Capture(
                device,
                new Evidence(
                        time,
                        host(device),
                        22,
                        "cisco_ios",
                        new DeviceFacts(device, "C9300", "FOC1", "17.9"),
                        "ssh-ed25519 SHA256:abc",
                        Map.of("kex", "curve25519-sha256"),
                        UnsavedChanges.NO,
                        "test"),
                List.of(new CapturedConfiguration(
                        RULES, ConfigurationForm.PRIMARY, text, new Proof.EndMark("end"), null)));
    }
}
