package io.jenkins.plugins.networkshell.session;

import io.jenkins.plugins.networkshell.connection.DeviceOutcome;
import io.jenkins.plugins.networkshell.engine.session.ConnectionFacts;
import java.io.Serializable;
import java.util.List;

/**
 * What came of a session. Only text and numbers, with secrets masked: it crosses from an agent.
 *
 * @param platform the name of the platform, empty when it did not come to that
 * @param prompt the first prompt of the device, empty when it did not come to that
 * @param commands those that were typed
 * @param failure why the session failed, or null
 * @param configurationMissing whether a configuration that was to be kept did not come completely
 * @param connection what is known of the connection, or null if it was never open
 * @param configurations those that came completely
 * @param transcript the name of the file with the full output in the plan's folder, or null where the log has all
 * @param recording the name of the file with the recording there, or null if there is none
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
        String recording)
        implements DeviceOutcome {
    private static final long serialVersionUID = 1L;

    public SessionReply {
        commands = List.copyOf(commands);
        configurations = List.copyOf(configurations);
    }

    /**
     * @param failure the line that says so, or null
     * @param failureExpected whether a failure is fine
     * @param truncated whether the output is longer than what is kept of it
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
