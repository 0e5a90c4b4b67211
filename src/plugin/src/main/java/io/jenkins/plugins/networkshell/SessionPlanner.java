package io.jenkins.plugins.networkshell;

import hudson.AbortException;
import hudson.Util;
import io.jenkins.plugins.networkshell.artifact.ArtifactNames;
import io.jenkins.plugins.networkshell.artifact.SessionFile;
import io.jenkins.plugins.networkshell.config.NetworkShellConfiguration;
import io.jenkins.plugins.networkshell.connection.ConnectionPlan;
import io.jenkins.plugins.networkshell.console.ConsoleStyle;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.platform.PlatformDefinitionException;
import io.jenkins.plugins.networkshell.engine.shell.Answer;
import io.jenkins.plugins.networkshell.engine.shell.RememberedPlatform;
import io.jenkins.plugins.networkshell.engine.terminal.DeviceCharset;
import io.jenkins.plugins.networkshell.parameter.NamedPlatform;
import io.jenkins.plugins.networkshell.parameter.UserInput;
import io.jenkins.plugins.networkshell.plan.ConnectionPlanner;
import io.jenkins.plugins.networkshell.plan.PlanningContext;
import io.jenkins.plugins.networkshell.recognition.DeviceKey;
import io.jenkins.plugins.networkshell.recognition.RecognisedPlatforms;
import io.jenkins.plugins.networkshell.run.SessionFolder;
import io.jenkins.plugins.networkshell.session.PlannedCommand;
import io.jenkins.plugins.networkshell.session.PlatformChoice;
import io.jenkins.plugins.networkshell.session.SessionPlan;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Plans a session in a device's shell. */
final class SessionPlanner {
    private final NetworkShellStep step;
    private final ConnectionPlanner connection;

    SessionPlanner(NetworkShellStep step, PlanningContext around) {
        this.step = step;
        this.connection = new ConnectionPlanner(step, around);
    }

    ConnectionPlanner connection() {
        return connection;
    }

    /** Null if neither configurations nor transcripts are archived. */
    ArtifactNames artifactNames() throws AbortException {
        return UserInput.value(() -> ArtifactNames.of(
                connection.host(), connection.port(), connection.text().of(step.getArchive())));
    }

    /** The path that the step names for its configuration; null if it names none. */
    String namedArchive() {
        String archive = connection.text().of(step.getArchive());
        return ArtifactNames.isNamed(archive) ? archive : null;
    }

    /** The artifacts of the requested files about the session. */
    Map<SessionFile, String> sessionFiles() throws AbortException {
        return UserInput.value(() -> {
            Map<SessionFile, String> artifacts = new EnumMap<>(SessionFile.class);
            for (Map.Entry<SessionFile, String> file : step.sessionFiles().entrySet()) {
                String value = connection.text().of(file.getValue());
                String artifact = ArtifactNames.of(file.getKey(), connection.host(), value);
                if (artifact != null) {
                    artifacts.put(file.getKey(), artifact);
                }
            }
            return artifacts;
        });
    }

    /**
     * @param folder for the session's files, on the machine that runs the session; null for none
     * @throws AbortException if a value is missing or invalid, in one sentence
     */
    SessionPlan plan(SessionFolder folder, ConsoleStyle style) throws AbortException {
        return UserInput.value(() -> {
            List<PlannedCommand> commands = commands();
            if (commands.isEmpty()) {
                throw new AbortException(Messages.SessionPlanner_NoCommands());
            }
            return plan(commands, folder, style);
        });
    }

    /** The same without commands: to test whether the device accepts the login. */
    SessionPlan planOfNothing(ConsoleStyle style) throws AbortException {
        return UserInput.value(() -> plan(List.of(), null, style));
    }

    private SessionPlan plan(List<PlannedCommand> commands, SessionFolder folder, ConsoleStyle style)
            throws AbortException {
        ConnectionPlan plan = connection.plan();
        boolean logged = folder != null && connection.sshLogArtifact() != null;
        return new SessionPlan(
                logged ? plan.withSshLog(folder.sshLog()) : plan,
                limits(),
                platform(isRecognisedAnew(commands) ? null : DeviceKey.of(plan.target())),
                answers(),
                connection.text().of(step.getMode()),
                encoding(),
                commands,
                step.isFailOnError(),
                SessionFolder.remote(folder),
                sessionFiles(),
                style);
    }

    /** A scene must know what a first session types, as the next session with it will be one. */
    private boolean isRecognisedAnew(List<PlannedCommand> commands) throws AbortException {
        return commands.isEmpty() || sessionFiles().containsKey(SessionFile.SCENE);
    }

    private Limits limits() {
        Duration command = connection.text().duration(step.getCommandTimeout());
        return command == null ? connection.limits() : connection.limits().withCommand(command);
    }

    private List<PlannedCommand> commands() throws AbortException {
        List<PlannedCommand> commands = new ArrayList<>();
        for (CommandEntry entry : Util.fixNull(step.getCommands())) {
            commands.addAll(entry.plan(connection.text()::whole, connection::secret));
        }
        commands.stream()
                .limit(Math.max(0, commands.size() - 1))
                .filter(PlannedCommand::expectDisconnect)
                .findFirst()
                .ifPresent(command -> {
                    throw new IllegalArgumentException(Messages.CommandEntry_ExpectLast());
                });
        return commands;
    }

    private List<Answer> answers() throws AbortException {
        return AnswerEntry.answers(step.getAnswers(), connection.text()::whole, connection::secret);
    }

    private String encoding() {
        Charset charset = connection.text().charset(step.getEncoding());
        return charset == null ? null : DeviceCharset.nameOf(charset);
    }

    private static PlatformCatalog catalog() throws AbortException {
        try {
            return NetworkShellConfiguration.get().catalog();
        } catch (PlatformDefinitionException e) {
            throw new AbortException(e.getMessage());
        }
    }

    /** @param known the device, whose platform may have been recognised before; null to recognise it in any case */
    private PlatformChoice platform(DeviceKey known) throws AbortException {
        PlatformCatalog catalog = catalog();
        String name = connection.text().of(step.getPlatform());
        if (name == null || name.equals("auto")) {
            RememberedPlatform remembered = known == null
                    ? null
                    : RecognisedPlatforms.get().of(known, catalog).orElse(null);
            return new PlatformChoice(catalog, null, remembered);
        }
        return new PlatformChoice(catalog, NamedPlatform.of(catalog, name), null);
    }
}
