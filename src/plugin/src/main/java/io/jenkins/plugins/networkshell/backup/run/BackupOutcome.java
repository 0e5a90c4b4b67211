package io.jenkins.plugins.networkshell.backup.run;

import io.jenkins.plugins.networkshell.engine.backup.report.RunReport;
import java.util.List;

/**
 * What a backup came to.
 *
 * @param newlyFailed names of devices that the backup before had
 * @param recovered names of devices that the backup before had not
 * @param summary of several lines, for mail and chat
 * @param failure in a sentence, when more devices failed than the thresholds allow; null when not
 */
public record BackupOutcome(
        RunReport report, List<String> newlyFailed, List<String> recovered, String summary, String failure) {
    public BackupOutcome {
        newlyFailed = List.copyOf(newlyFailed);
        recovered = List.copyOf(recovered);
    }
}
