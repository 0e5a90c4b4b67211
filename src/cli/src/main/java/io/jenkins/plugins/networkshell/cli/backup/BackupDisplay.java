package io.jenkins.plugins.networkshell.cli.backup;

import io.jenkins.plugins.networkshell.engine.backup.run.BackupListener;
import io.jenkins.plugins.networkshell.engine.backup.run.BackupResult;
import java.io.IOException;

/** Shows a backup. */
interface BackupDisplay extends BackupListener {
    /** The end, with everything that it brought. */
    void finished(BackupResult result) throws IOException;
}
