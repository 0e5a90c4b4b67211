package io.jenkins.plugins.networkshell.session;

import io.jenkins.plugins.networkshell.artifact.SessionFile;
import io.jenkins.plugins.networkshell.connection.Connector;
import io.jenkins.plugins.networkshell.console.ConsoleText;
import io.jenkins.plugins.networkshell.console.SessionConsole;
import io.jenkins.plugins.networkshell.console.Transcript;
import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import io.jenkins.plugins.networkshell.engine.error.ConnectionLostException;
import io.jenkins.plugins.networkshell.engine.error.ShellRefusedException;
import io.jenkins.plugins.networkshell.engine.session.CaptureFiles;
import io.jenkins.plugins.networkshell.engine.session.ConfigurationArchive;
import io.jenkins.plugins.networkshell.engine.session.DeviceSession;
import io.jenkins.plugins.networkshell.engine.session.SessionOutcome;
import io.jenkins.plugins.networkshell.engine.session.SessionSettings;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Executes a {@link SessionPlan} on this machine, and shows it in the build log. For one thread, once. */
final class PlannedSession {
    private final SessionPlan plan;
    private final SessionConsole console;
    private final Connector connector;
    private final Path folder;
    /** Why the session ends before all commands are typed, or null. */
    private CommandFailure refusal;

    PlannedSession(SessionPlan plan, Connector connector, SessionConsole console) {
        this.plan = plan;
        this.connector = connector;
        this.console = console;
        this.folder = plan.folder() == null ? null : Path.of(plan.folder());
    }

    /**
     * @throws CancelledException when it was cancelled
     * @throws IOException if the machine's own disk fails; errors of devices are in the reply
     */
    SessionReply run() throws IOException {
        long start = System.nanoTime();
        try (Transcript transcript = new Transcript(folder);
                SessionFiles files = SessionFiles.open(plan, target(), folder)) {
            SessionLog log = new SessionLog(plan, console, transcript);
            SessionOutcome outcome = outcome(files, log);
            for (int failed = 1; isBusy(outcome) && connector.waitForRoom(outcome.error(), failed); failed++) {
                outcome = outcome(files, log);
            }
            if (outcome.error() instanceof CancelledException cancelled) {
                throw cancelled;
            }
            log.flush();
            console.sayWhatIsMissing();
            List<SessionFile> written = files.finish(outcome, console);
            sayTheEnd(outcome, System.nanoTime() - start);
            return log.reply(outcome, failure(outcome, log), console.isCapped() ? transcript.finish() : null, written);
        }
    }

    private SessionOutcome outcome(SessionFiles recorded, SessionLog log) throws IOException {
        return DeviceSession.run(connector::connect, settings(recorded, log), session -> {
            for (PlannedCommand planned : plan.commands()) {
                session.requireTypeable(planned.command());
            }
            if (!plan.failOnError()) {
                session.runAll(
                        plan.commands().stream().map(PlannedCommand::command).toList());
                return;
            }
            for (PlannedCommand planned : plan.commands()) {
                CommandResult result = session.run(planned.command());
                if (result.failed() && !planned.expectFailure()) {
                    refusal = CommandFailure.of(
                            target().host(), log.masked(result.command()), log.masked(result.failure()));
                    return;
                }
            }
        });
    }

    /**
     * A login without a prompt: devices behave like this if all their lines are in use. Nothing has been typed by then.
     * A connection test, which has no commands, is not retried, because a user waits for it.
     */
    private boolean isBusy(SessionOutcome outcome) {
        boolean noShell =
                outcome.error() instanceof ShellRefusedException || outcome.error() instanceof ConnectionLostException;
        return noShell
                && outcome.connection() != null
                && outcome.prompt() == null
                && !plan.commands().isEmpty();
    }

    private Target target() {
        return connector.target();
    }

    private SessionSettings settings(SessionFiles recorded, SessionLog log) {
        CaptureFiles files = folder == null
                ? CaptureFiles.NONE
                : (configuration, first) -> Optional.of(new ConfigurationArchive(folder).capture(configuration));
        return SessionSettings.of(target(), plan.shellOptions())
                .withCaptures(files)
                .withRecorder(recorded.observer())
                .withListener(log);
    }

    private String failure(SessionOutcome outcome, SessionLog log) {
        if (outcome.error() != null) {
            return ConsoleText.clean(log.masked(outcome.error().describe()));
        }
        return refusal == null ? null : ConsoleText.clean(log.masked(refusal.describe()));
    }

    /** A command that broke the session failed in an unexpected way. */
    private boolean isExpected(int index, SessionOutcome outcome) {
        return plan.commands().get(index).expectFailure()
                && outcome.endedResult(index).isPresent();
    }

    private void sayTheEnd(SessionOutcome outcome, long nanos) {
        int typed = outcome.results().size();
        if (typed == 0) {
            return;
        }
        long failed = IntStream.range(0, typed)
                .filter(index -> outcome.isFailed(index) && !isExpected(index, outcome))
                .count();
        console.say(Messages.DeviceSession_End(typed, failed, console.outputLines(), Math.round(nanos / 1e8) / 10.0));
    }
}
