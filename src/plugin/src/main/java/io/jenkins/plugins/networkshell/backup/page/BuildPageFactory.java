package io.jenkins.plugins.networkshell.backup.page;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Run;
import io.jenkins.plugins.networkshell.backup.store.BackupCounts;
import java.util.Collection;
import jenkins.model.TransientActionFactory;

/** Adds the page to each build with a backup. */
@Extension
@SuppressWarnings("rawtypes") // required by the extension point
public final class BuildPageFactory extends TransientActionFactory<Run> {
    @Override
    public Class<Run> type() {
        return Run.class;
    }

    @Override
    public Class<? extends Action> actionType() {
        return BuildBackups.class;
    }

    @Override
    public Collection<? extends Action> createFor(Run target) {
        Run<?, ?> run = target;
        // Not getAction: for a build without a backup, it would call the factories of all plugins.
        return run.getActions().stream()
                .filter(BackupCounts.class::isInstance)
                .map(counts -> new BuildBackups(run, (BackupCounts) counts))
                .toList();
    }
}
