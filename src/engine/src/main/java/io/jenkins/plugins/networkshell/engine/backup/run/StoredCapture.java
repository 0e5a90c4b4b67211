package io.jenkins.plugins.networkshell.engine.backup.run;

import io.jenkins.plugins.networkshell.engine.backup.Capture;
import io.jenkins.plugins.networkshell.engine.backup.UnsavedChanges;
import io.jenkins.plugins.networkshell.engine.backup.archive.Stored;
import io.jenkins.plugins.networkshell.engine.backup.git.CommittedDevice;

/**
 * A capture that is in the archive, without its text: results of a whole run are kept in memory.
 *
 * @param summary what a commit says of it
 */
public record StoredCapture(CommittedDevice summary, UnsavedChanges unsaved, Stored.Kept kept) {
    public static StoredCapture of(Capture capture, Stored.Kept kept) {
        return new StoredCapture(
                CommittedDevice.of(capture, kept), capture.evidence().unsaved(), kept);
    }
}
