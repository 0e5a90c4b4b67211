package io.jenkins.plugins.networkshell.backup.store;

import java.time.Duration;
import java.time.Instant;

/**
 * The counts of a build with a backup. They are kept longer than the build itself: a chart over a year needs no builds.
 *
 * @param number of the build
 */
public record BuildSummary(
        int number, Instant startedAt, Duration elapsed, int devices, int changed, int failed, int unsaved) {
    static BuildSummary of(int number, BackupRecord record) {
        return new BuildSummary(
                number,
                record.startedAt(),
                record.elapsed(),
                record.devices().size(),
                (int) record.changed(),
                (int) record.failed(),
                (int) record.unsaved());
    }
}
