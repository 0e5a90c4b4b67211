package io.jenkins.plugins.networkshell.engine.backup.run;

import io.jenkins.plugins.networkshell.engine.backup.fleet.FleetSummary;
import io.jenkins.plugins.networkshell.engine.backup.report.RunReport;
import java.util.Optional;

/**
 * The result of a backup.
 *
 * @param commit the Git commit with the changes; null if there is none
 */
public record BackupResult(RunReport report, FleetSummary summary, String commit) {
    public Optional<String> committed() {
        return Optional.ofNullable(commit);
    }
}
