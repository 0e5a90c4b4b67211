package io.jenkins.plugins.networkshell.engine.backup.archive;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.backup.Capture;
import io.jenkins.plugins.networkshell.engine.backup.CapturedConfiguration;
import io.jenkins.plugins.networkshell.engine.backup.ConfigurationForm;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFacts;
import io.jenkins.plugins.networkshell.engine.backup.Evidence;
import io.jenkins.plugins.networkshell.engine.backup.Proof;
import io.jenkins.plugins.networkshell.engine.backup.UnsavedChanges;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import io.jenkins.plugins.networkshell.engine.platform.configuration.LinePatterns;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Captures for tests. */
final class Captures {
    static final Instant START = Instant.parse("2026-11-28T01:00:03.123Z");

    private Captures() {}

    static Configuration rules(String name) {
        return new Configuration(
                name,
                List.of("show " + name + "-config"),
                Pattern.compile("^end$"),
                new LinePatterns(
                        List.of(Pattern.compile("^! time")),
                        List.of(Pattern.compile("password (?P<secret>\\S+)")),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    static CapturedConfiguration configuration(String name, ConfigurationForm form, String text) {
        return new CapturedConfiguration(rules(name), form, text, new Proof.EndMark("end"), null);
    }

    static Evidence evidence(Instant time) {
        return new Evidence(
                time,
                "10.0.0.1",
                22,
                "cisco_ios",
                new DeviceFacts("core", "C9300", "FOC1", "17.9"),
                "SSH-2.0-Cisco-1.25",
                "ssh-ed25519 SHA256:abc",
                Map.of("kex", "curve25519-sha256"),
                UnsavedChanges.NO,
                "1.0");
    }

    /** Startup, running and restorable form of one device. */
    static Capture of(String device, int day, String text) {
        return new Capture(
                device,
                evidence(START.plusSeconds(86400L * day)),
                List.of(
                        configuration("startup", ConfigurationForm.PRIMARY, text),
                        configuration("running", ConfigurationForm.FURTHER, "running\n" + text),
                        configuration("set", ConfigurationForm.RESTORABLE, "set " + text)));
    }

    /** The primary configuration alone. */
    static Capture single(String device, int day, String text) {
        return new Capture(
                device,
                evidence(START.plusSeconds(86400L * day)),
                List.of(configuration("startup", ConfigurationForm.PRIMARY, text)));
    }
}
