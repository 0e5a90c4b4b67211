package io.jenkins.plugins.networkshell.engine.backup.run;

import io.jenkins.plugins.networkshell.engine.backup.Capture;
import io.jenkins.plugins.networkshell.engine.backup.UnsavedChanges;
import io.jenkins.plugins.networkshell.engine.backup.archive.Stored;
import io.jenkins.plugins.networkshell.engine.backup.git.CommittedDevice;

/**
 * A stored capture without its text, because the results of a whole run stay in memory.
 *
 * @param summary its line in the commit message
 */
public record StoredCapture(CommittedDevice summary, UnsavedChanges unsaved, Stored.Kept kept) {
    public static StoredCapture of(Capture capture, Stored.Kept kept) {
        return new StoredCapture(
                CommittedDevice.of(capture, kept), capture.evidence().unsaved(), kept);
    }
}
