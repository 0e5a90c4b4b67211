package io.jenkins.plugins.networkshell.session;

import io.jenkins.plugins.networkshell.artifact.SessionFile;
import io.jenkins.plugins.networkshell.connection.DeviceOutcome;
import io.jenkins.plugins.networkshell.engine.session.ConnectionFacts;
import java.io.Serializable;
import java.util.List;

/**
 * The outcome of a session. Only text and numbers, with secrets masked, because an agent sends it.
 *
 * @param platform the name of the platform, empty if it was not determined
 * @param prompt the first prompt of the device, empty if there was none
 * @param commands those that were typed
 * @param failure why the session failed, or null
 * @param configurationMissing whether a configuration to keep is incomplete
 * @param connection facts about the connection, or null if it was never opened
 * @param configurations the complete ones
 * @param transcript the name of the file with the full output in the plan's folder, or null where the log has all
 * @param files the requested ones that were written there
 */
public record SessionReply(
        String platform,
        String prompt,
        List<CommandReply> commands,
        String failure,
        boolean configurationMissing,
        ConnectionFacts connection,
        List<CapturedConfiguration> configurations,
        String transcript,
        List<SessionFile> files)
        implements DeviceOutcome {
    private static final long serialVersionUID = 1L;

    public SessionReply {
        commands = List.copyOf(commands);
        configurations = List.copyOf(configurations);
        files = List.copyOf(files);
    }

    /**
     * @param failure the device's line, or null
     * @param failureExpected whether a failure is acceptable
     * @param truncated whether the output was cut
     */
    public record CommandReply(
            String command,
            String output,
            boolean failed,
            String failure,
            boolean failureExpected,
            long elapsedMillis,
            boolean truncated)
            implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /**
     * @param name of the configuration, for instance {@code running}
     * @param file in the plan's folder
     */
    public record CapturedConfiguration(String name, String file) implements Serializable {
        private static final long serialVersionUID = 1L;
    }
}
