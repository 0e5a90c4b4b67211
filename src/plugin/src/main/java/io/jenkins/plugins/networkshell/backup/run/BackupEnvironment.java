package io.jenkins.plugins.networkshell.backup.run;

import hudson.EnvVars;
import hudson.model.EnvironmentContributingAction;
import hudson.model.InvisibleAction;
import hudson.model.Run;
import io.jenkins.plugins.networkshell.engine.backup.report.RunReport;

/** Passes the result of a build's last backup to later steps, in variables. */
public final class BackupEnvironment extends InvisibleAction implements EnvironmentContributingAction {
    private static final String PREFIX = "NETWORK_BACKUP_";

    private final int devices;
    private final long changed;
    private final long failed;
    private final long unsaved;
    private final String summary;

    BackupEnvironment(RunReport report) {
        devices = report.devices().size();
        changed = report.changed();
        failed = report.failed();
        unsaved = report.unsaved();
        summary = report.summary();
    }

    @Override
    public void buildEnvironment(Run<?, ?> run, EnvVars env) {
        env.put(PREFIX + "DEVICES", String.valueOf(devices));
        env.put(PREFIX + "CHANGED", String.valueOf(changed));
        env.put(PREFIX + "FAILED", String.valueOf(failed));
        env.put(PREFIX + "UNSAVED", String.valueOf(unsaved));
        env.put(PREFIX + "SUMMARY", summary);
    }
}
