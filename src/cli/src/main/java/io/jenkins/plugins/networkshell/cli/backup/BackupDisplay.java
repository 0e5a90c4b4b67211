package io.jenkins.plugins.networkshell.cli.backup;

import io.jenkins.plugins.networkshell.engine.backup.run.BackupListener;
import io.jenkins.plugins.networkshell.engine.backup.run.BackupResult;
import java.io.IOException;

/** Shows a backup. */
interface BackupDisplay extends BackupListener {
    /** The end of the backup, with its result. */
    void finished(BackupResult result) throws IOException;
}
