package io.jenkins.plugins.networkshell.exec;

import io.jenkins.plugins.networkshell.connection.DeviceOutcome;

/**
 * What came of a command.
 *
 * @param output what it printed, as far as it is kept
 * @param errors what it printed on standard error
 * @param exitStatus null where a signal has ended it, the device did not tell, or it did not come to its end
 * @param signal that has ended it, without {@code SIG}, or null
 * @param failure why it failed, or null
 * @param truncated whether there was more output, or more errors, than is kept of them
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
