package io.jenkins.plugins.networkshell.backup.page;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import io.jenkins.plugins.networkshell.backup.store.JobBackups;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Gives each job that made a backup its page. */
@Extension
@SuppressWarnings("rawtypes") // what the extension point wants
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
