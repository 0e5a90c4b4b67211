package io.jenkins.plugins.networkshell.session;

import io.jenkins.plugins.networkshell.artifact.SessionFile;
import io.jenkins.plugins.networkshell.connection.ConnectionPlan;
import io.jenkins.plugins.networkshell.connection.DevicePlan;
import io.jenkins.plugins.networkshell.console.ConsoleStyle;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.session.SessionSecrets;
import io.jenkins.plugins.networkshell.engine.shell.Answer;
import io.jenkins.plugins.networkshell.engine.shell.ShellListener;
import io.jenkins.plugins.networkshell.engine.shell.ShellOptions;
import io.jenkins.plugins.networkshell.engine.terminal.DeviceCharset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that a session needs, resolved on the controller and sent to the machine where the session runs. Prints
 * without secrets.
 *
 * @param limits of the session; a shared connection may have others
 * @param answers to questions at any time
 * @param mode to enter after login, or null
 * @param encoding of the device, or null for the platform's
 * @param commands at least one
 * @param failOnError whether a failed command ends the session
 * @param folder for files, on the machine where the session runs; null for none
 * @param files to write there about the session, with the artifacts that they become
 */
public record SessionPlan(
        ConnectionPlan connection,
        Limits limits,
        PlatformChoice platform,
        List<Answer> answers,
        String mode,
        String encoding,
        List<PlannedCommand> commands,
        boolean failOnError,
        String folder,
        Map<SessionFile, String> files,
        ConsoleStyle console)
        implements DevicePlan {
    private static final long serialVersionUID = 1L;

    public SessionPlan {
        answers = List.copyOf(answers);
        commands = List.copyOf(commands);
        files = Map.copyOf(files);
    }

    /** All secrets of the connection, and the answers of the session and of its commands. */
    @Override
    public List<Secret> secrets() {
        Set<Secret> all = new LinkedHashSet<>(connection.secrets());
        all.addAll(SessionSecrets.of(connection.target(), List.of(), answers));
        commands.forEach(command -> all.addAll(SessionSecrets.of(connection.target(), List.of(), command.answers())));
        return List.copyOf(all);
    }

    /** Secrets by the names that platforms use for them. */
    private Map<String, Secret> named() {
        Map<String, Secret> named = new HashMap<>();
        if (connection.privilege() != null) {
            named.put("enable", connection.privilege());
        }
        connection.password().ifPresent(password -> named.put("password", password));
        return named;
    }

    ShellOptions shellOptions() {
        return new ShellOptions(
                platform.catalog(),
                platform.named(),
                platform.remembered(),
                limits,
                answers,
                named(),
                mode,
                encoding == null ? null : DeviceCharset.named(encoding),
                ShellListener.NONE);
    }
}
