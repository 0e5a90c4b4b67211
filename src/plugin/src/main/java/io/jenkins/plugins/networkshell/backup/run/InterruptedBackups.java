package io.jenkins.plugins.networkshell.backup.run;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.RunListener;
import io.jenkins.plugins.networkshell.backup.store.JobBackups;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Gives builds their page in whose backup the controller stopped: a pipeline when it has ended, because it goes on after a
 * restart, and any other build at the next backup of its job.
 */
@Extension
public final class InterruptedBackups extends RunListener<Run<?, ?>> {
    private static final Logger LOGGER = Logger.getLogger(InterruptedBackups.class.getName());

    @Override
    public void onCompleted(Run<?, ?> run, TaskListener listener) {
        recover(run);
    }

    /** Before a backup in this build. */
    static void recoverBefore(Run<?, ?> run) {
        Run<?, ?> previous = run.getPreviousBuild();
        if (previous != null && !previous.isBuilding()) {
            recover(previous);
        }
        recover(run); // a step that is retried after the restart
    }

    private static void recover(Run<?, ?> run) {
        try {
            JobBackups.of(run.getParent()).recover(run, Messages.InterruptedBackups_Restarted());
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "What a backup of " + run + " did before Jenkins stopped could not be read.", e);
        }
    }
}
