package io.jenkins.plugins.networkshell.session;

import io.jenkins.plugins.networkshell.console.ConsoleStyle;
import io.jenkins.plugins.networkshell.console.ValueMask;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.shell.Answer;
import io.jenkins.plugins.networkshell.engine.ssh.MemoryHostKeys;
import io.jenkins.plugins.networkshell.engine.ssh.Target;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * All that a session needs, made on the controller and sent to where the session runs: nothing in it has to be looked up
 * there. Prints without secrets.
 *
 * @param target with credentials and host keys
 * @param hostKeys the store in {@code target} that learns new keys
 * @param catalog platforms to recognise the device by
 * @param platform the device's platform, or null to recognise it
 * @param answers to questions at any time
 * @param secrets by the name that platforms use: {@code enable}
 * @param masked what must not show in the log
 * @param mode to enter after login, or null
 * @param encoding of the device, or null for the platform's
 * @param commands at least one
 * @param failOnError whether a failed command ends the session
 * @param folder where files may be written, on the machine where the session runs; null for none
 */
public record SessionPlan(
        Target target,
        MemoryHostKeys hostKeys,
        PlatformCatalog catalog,
        Platform platform,
        List<Answer> answers,
        Map<String, Secret> secrets,
        List<Secret> masked,
        String mode,
        String encoding,
        List<PlannedCommand> commands,
        boolean failOnError,
        String folder,
        ConsoleStyle console)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public SessionPlan {
        answers = List.copyOf(answers);
        secrets = Map.copyOf(secrets);
        masked = List.copyOf(masked);
        commands = List.copyOf(commands);
    }

    ValueMask mask() {
        return new ValueMask(masked);
    }
}
