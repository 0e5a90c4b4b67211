package io.jenkins.plugins.networkshell.backup.run;

import hudson.model.Label;
import io.jenkins.plugins.networkshell.backup.shard.ShardPlan;
import io.jenkins.plugins.networkshell.engine.backup.report.Threshold;
import java.util.List;

/**
 * A backup that was planned from the user's parameters.
 *
 * @param title of the inventory
 * @param notices what the user should know about the inventory
 * @param plan for all devices
 * @param folder of the artifacts; empty for none
 * @param agents their label, or null for the step's own machine
 * @param bySite whether devices of a site stay together
 */
record PlannedBackup(
        String title,
        List<String> notices,
        ShardPlan plan,
        Threshold unstableAt,
        Threshold failedAt,
        String folder,
        Label agents,
        boolean bySite) {}
