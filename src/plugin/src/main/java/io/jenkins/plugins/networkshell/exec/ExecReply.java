package io.jenkins.plugins.networkshell.exec;

import io.jenkins.plugins.networkshell.connection.DeviceOutcome;

/**
 * The outcome of a command.
 *
 * @param output of the command, possibly cut
 * @param errors its standard error, possibly cut
 * @param exitStatus null if a signal ended it, the device did not report one, or it did not end
 * @param signal that ended it, without {@code SIG}, or null
 * @param failure why it failed, or null
 * @param truncated whether output or errors were cut
 * @param transcript the name of the file with the full output in the plan's folder, or null where the log has all
 */
public record ExecReply(
        String output,
        String errors,
        Integer exitStatus,
        String signal,
        String failure,
        long elapsedMillis,
        boolean truncated,
        String transcript)
        implements DeviceOutcome {
    private static final long serialVersionUID = 1L;
}
