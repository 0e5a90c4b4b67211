package io.jenkins.plugins.networkshell.files;

import io.jenkins.plugins.networkshell.connection.DeviceOutcome;

/**
 * What was copied.
 *
 * @param files how many are complete
 * @param skipped how many were left out
 * @param bytes how many travelled, or, after a failure, how many the complete files have
 * @param failure why not all could be copied, or null
 */
public record TransferReply(long files, long skipped, long bytes, long elapsedMillis, String failure)
        implements DeviceOutcome {
    private static final long serialVersionUID = 1L;
}
