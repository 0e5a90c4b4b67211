package io.jenkins.plugins.networkshell.files;

import io.jenkins.plugins.networkshell.connection.DeviceOutcome;

/**
 * What was copied.
 *
 * @param files number of complete files
 * @param skipped number of skipped files
 * @param bytes transferred bytes or, after a failure, bytes in complete files
 * @param failure why not all could be copied, or null
 */
public record TransferReply(long files, long skipped, long bytes, long elapsedMillis, String failure)
        implements DeviceOutcome {
    private static final long serialVersionUID = 1L;
}
