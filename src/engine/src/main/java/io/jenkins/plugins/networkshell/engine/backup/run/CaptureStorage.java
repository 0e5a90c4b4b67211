package io.jenkins.plugins.networkshell.engine.backup.run;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.backup.Capture;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFailedException;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFailure;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveException;
import io.jenkins.plugins.networkshell.engine.backup.archive.BackupArchive;
import io.jenkins.plugins.networkshell.engine.backup.archive.Stored;

/**
 * Stores captures in an archive; if one is not kept, its device fails. Also for captures from elsewhere, for example
 * from another machine. Thread-safe for different devices.
 */
public record CaptureStorage(BackupArchive archive) {
    /**
     * @param host of the device, for messages
     * @throws DeviceFailedException if the capture was set aside, or the archive can't be written
     */
    public StoredCapture store(String host, Capture capture) throws DeviceFailedException {
        Stored stored;
        try {
            stored = archive.store(capture);
        } catch (ArchiveException e) {
            DeviceFailure failure = new DeviceFailure(
                    DeviceFailure.ARCHIVE, e.getMessage(), e.hint().orElse(null));
            throw new DeviceFailedException(e.kind(), host, failure, e);
        }
        if (stored instanceof Stored.Kept kept) {
            return StoredCapture.of(capture, kept);
        }
        throw new DeviceFailedException(ErrorKind.COMMAND_FAILED, host, ((Stored.HeldBack) stored).failure(), null);
    }
}
