package io.jenkins.plugins.networkshell.backup.run;

import io.jenkins.plugins.networkshell.engine.backup.report.RunReport;
import java.util.List;

/**
 * The outcome of a backup.
 *
 * @param newlyFailed names of devices that failed now and not in the previous backup
 * @param recovered names of devices that failed in the previous backup and not now
 * @param summary of several lines, for mail and chat
 * @param failure in one sentence, if more devices failed than the thresholds allow; otherwise null
 */
public record BackupOutcome(
        RunReport report, List<String> newlyFailed, List<String> recovered, String summary, String failure) {
    public BackupOutcome {
        newlyFailed = List.copyOf(newlyFailed);
        recovered = List.copyOf(recovered);
    }
}
