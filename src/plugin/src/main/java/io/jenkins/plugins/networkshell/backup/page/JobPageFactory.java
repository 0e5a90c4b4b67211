package io.jenkins.plugins.networkshell.backup.page;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import io.jenkins.plugins.networkshell.backup.store.JobBackups;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Adds the page to each job that made a backup. */
@Extension
@SuppressWarnings("rawtypes") // required by the extension point
public final class JobPageFactory extends TransientActionFactory<Job> {
    @Override
    public Class<Job> type() {
        return Job.class;
    }

    @Override
    public Class<? extends Action> actionType() {
        return BackupOverview.class;
    }

    @Override
    public Collection<? extends Action> createFor(Job target) {
        Job<?, ?> job = target;
        return JobBackups.of(job).exist() ? List.of(new BackupOverview(job)) : List.of();
    }
}
