package io.jenkins.plugins.networkshell.session;

import io.jenkins.plugins.networkshell.connection.ConnectionPlan;
import io.jenkins.plugins.networkshell.console.ConsoleStyle;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.shell.Answer;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * All that a session needs, made on the controller and sent to where the session runs: nothing in it has to be looked up
 * there. Prints without secrets.
 *
 * @param limits of the session; a connection that is shared may have others
 * @param catalog platforms to recognise the device by
 * @param platform the device's platform, or null to recognise it
 * @param answers to questions at any time
 * @param secrets by the name that platforms use: {@code enable}
 * @param mode to enter after login, or null
 * @param encoding of the device, or null for the platform's
 * @param commands at least one
 * @param failOnError whether a failed command ends the session
 * @param folder where files may be written, on the machine where the session runs; null for none
 * @param recorded whether the session is recorded in that folder
 */
public record SessionPlan(
        ConnectionPlan connection,
        Limits limits,
        PlatformCatalog catalog,
        Platform platform,
        List<Answer> answers,
        Map<String, Secret> secrets,
        String mode,
        String encoding,
        List<PlannedCommand> commands,
        boolean failOnError,
        String folder,
        boolean recorded,
        ConsoleStyle console)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public SessionPlan {
        answers = List.copyOf(answers);
        secrets = Map.copyOf(secrets);
        commands = List.copyOf(commands);
    }
}
