package io.jenkins.plugins.networkshell.backup.store;

import java.time.Duration;
import java.time.Instant;

/**
 * The counts of a build with a backup. They are kept longer than the build itself, so a chart over a year needs no
 * builds.
 *
 * @param number of the build
 * @param notReached devices without a result because the backup was aborted; in none of the other counts
 */
public record BuildSummary(
        int number,
        Instant startedAt,
        Duration elapsed,
        int devices,
        int changed,
        int failed,
        int unsaved,
        int notReached) {
    static BuildSummary of(int number, BackupRecord record) {
        return new BuildSummary(
                number,
                record.report().startedAt(),
                record.report().elapsed(),
                record.report().devices().size(),
                (int) record.report().changed(),
                (int) record.report().failed(),
                (int) record.report().unsaved(),
                record.notReached().size());
    }
}
