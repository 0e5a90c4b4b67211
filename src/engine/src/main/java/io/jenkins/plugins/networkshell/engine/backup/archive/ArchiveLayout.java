package io.jenkins.plugins.networkshell.engine.backup.archive;

import io.jenkins.plugins.networkshell.engine.session.DeviceFileName;
import java.nio.file.Path;

/**
 * The layout of the archive:
 *
 * <pre> core-sw1.cfg the last good configuration core-sw1.running.cfg a further configuration core-sw1.set.cfg the
 * commands that load it report.json the last run history/README.txt this table history/lock held by the run that writes
 * history/redaction.key turns secrets into placeholders history/redacted/core-sw1.cfg the same without secrets
 * history/aside/core-sw1/core-sw1.cfg held back, with the evidence history/runs/2026-11-28T01-00-00Z.json reports of
 * runs history/devices/core-sw1/index.json the versions of a device history/devices/core-sw1/evidence.json of the last
 * capture history/devices/core-sw1/000007-2026-11-28T01-00-03Z/ a version: its files and its evidence
 * </pre>
 */
record ArchiveLayout(Path folder) {
    static final String HISTORY = "history";
    static final String EVIDENCE = "evidence.json";

    Path history() {
        return folder.resolve(HISTORY);
    }

    Path latest(String file) {
        return folder.resolve(file);
    }

    Path report() {
        return folder.resolve("report.json");
    }

    Path readme() {
        return history().resolve("README.txt");
    }

    Path lock() {
        return history().resolve("lock");
    }

    Path key() {
        return history().resolve("redaction.key");
    }

    Path redacted() {
        return history().resolve("redacted");
    }

    Path runs() {
        return history().resolve("runs");
    }

    Path devices() {
        return history().resolve("devices");
    }

    Path device(String device) {
        return devices().resolve(DeviceFileName.of(device));
    }

    Path index(String device) {
        return device(device).resolve("index.json");
    }

    Path evidence(String device) {
        return device(device).resolve(EVIDENCE);
    }

    Path version(String device, Version version) {
        return device(device).resolve(version.id());
    }

    Path aside(String device) {
        return history().resolve("aside").resolve(DeviceFileName.of(device));
    }
}
