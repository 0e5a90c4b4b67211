package io.jenkins.plugins.networkshell.files;

import io.jenkins.plugins.networkshell.connection.ConnectionPlan;
import io.jenkins.plugins.networkshell.connection.DevicePlan;
import io.jenkins.plugins.networkshell.console.ConsoleStyle;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions;
import io.jenkins.plugins.networkshell.engine.files.access.FileAccess;
import java.util.List;

/**
 * What to copy, resolved on the controller and sent to the machine of the workspace. Prints without secrets.
 *
 * @param workspace base of relative paths on that machine
 * @param from paths or patterns, on the source side
 * @param to a folder or a new name, on the destination side
 */
public record TransferPlan(
        ConnectionPlan connection,
        Direction direction,
        String workspace,
        List<String> from,
        String to,
        TransferOptions options,
        FileAccess.Protocol protocol,
        ConsoleStyle console)
        implements DevicePlan {
    private static final long serialVersionUID = 1L;

    /** The direction. */
    public enum Direction {
        /** From the device. */
        GET,
        /** To the device. */
        PUT
    }

    public TransferPlan {
        from = List.copyOf(from);
    }

    @Override
    public List<Secret> secrets() {
        return connection.secrets();
    }
}
