package io.jenkins.plugins.networkshell.session;

import io.jenkins.plugins.networkshell.artifact.SessionFile;
import io.jenkins.plugins.networkshell.console.CommandOutput;
import io.jenkins.plugins.networkshell.console.SessionConsole;
import io.jenkins.plugins.networkshell.console.Transcript;
import io.jenkins.plugins.networkshell.console.ValueMask;
import io.jenkins.plugins.networkshell.engine.error.ConfigurationIncompleteException;
import io.jenkins.plugins.networkshell.engine.platform.CommandRedactor;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.SecretRedactor;
import io.jenkins.plugins.networkshell.engine.session.SessionListener;
import io.jenkins.plugins.networkshell.engine.session.SessionOutcome;
import io.jenkins.plugins.networkshell.engine.shell.Command;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import io.jenkins.plugins.networkshell.session.SessionReply.CapturedConfiguration;
import io.jenkins.plugins.networkshell.session.SessionReply.CommandReply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Shows a session in the build log and its transcript, and collects the step's result, masked. Patterns are applied
 * first, so that a masked value does not hide the text that a pattern matches.
 */
final class SessionLog implements SessionListener {
    private final SessionPlan plan;
    private final SessionConsole console;
    private final Transcript transcript;
    private final ValueMask mask;
    private final List<CommandOutput> outputs = new ArrayList<>();
    private SecretRedactor redactor = new SecretRedactor(List.of());
    private CommandRedactor commands = CommandRedactor.NONE;

    SessionLog(SessionPlan plan, SessionConsole console, Transcript transcript) {
        this.plan = plan;
        this.console = console;
        this.transcript = transcript;
        this.mask = plan.mask();
    }

    @Override
    public void opened(Platform known, String firstPrompt) {
        redactor = SecretRedactor.of(known);
        commands = CommandRedactor.of(known);
        console.say(Messages.DeviceSession_Opened(known.title(), known.name(), firstPrompt));
    }

    @Override
    public void moved(Platform entered) {
        redactor = redactor.and(entered);
        commands = commands.and(entered);
    }

    @Override
    public void commandStarted(int index, String prompt, Command command) {
        flush();
        String typed = prompt + " " + masked(commands.redact(command.text()));
        console.say(typed);
        transcript.text(typed, true);
        SecretRedactor.Lines lines = redactor.lines();
        outputs.add(new CommandOutput(
                line -> mask.mask(lines.redact(line)),
                (line, ended) -> {
                    console.output(line);
                    transcript.text(line, ended);
                },
                (text, ended) -> {}));
    }

    @Override
    public void output(int index, String text, boolean ended) {
        outputs.get(index).text(text, ended);
    }

    @Override
    public void notice(String sentence) {
        console.say(masked(sentence));
    }

    /** Shows an unfinished last line. */
    void flush() {
        if (!outputs.isEmpty()) {
            outputs.get(outputs.size() - 1).flush();
        }
    }

    /** Null for null. */
    String masked(String text) {
        return text == null ? null : mask.mask(redactor.redact(text));
    }

    /**
     * @param failure masked, or null
     * @param fullText the name of the transcript's file, or null
     * @param files the requested ones that were written
     */
    SessionReply reply(SessionOutcome outcome, String failure, String fullText, List<SessionFile> files) {
        List<CommandReply> replies = new ArrayList<>();
        for (int i = 0; i < outcome.results().size(); i++) {
            replies.add(reply(i, outcome));
        }
        List<CapturedConfiguration> captured = outcome.configurations().stream()
                .map(kept -> new CapturedConfiguration(kept.name(), name(kept.file())))
                .toList();
        return new SessionReply(
                outcome.platform() == null ? "" : outcome.platform().name(),
                Objects.requireNonNullElse(outcome.prompt(), ""),
                replies,
                failure,
                isConfigurationMissing(outcome),
                outcome.connection(),
                captured,
                fullText,
                files);
    }

    /** Whether a configuration to keep is incomplete, because of the device or because its command failed. */
    private boolean isConfigurationMissing(SessionOutcome outcome) {
        if (plan.folder() == null || outcome.platform() == null) {
            return false;
        }
        return outcome.error() instanceof ConfigurationIncompleteException
                || IntStream.range(0, outcome.results().size())
                        .filter(outcome::isFailed)
                        .mapToObj(plan.commands()::get)
                        .anyMatch(planned -> !planned.expectFailure()
                                && outcome.platform()
                                        .configurationOf(planned.text())
                                        .isPresent());
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private CommandReply reply(int index, SessionOutcome outcome) {
        CommandResult ended = outcome.endedResult(index).orElse(null);
        PlannedCommand planned = plan.commands().get(index);
        CommandOutput output = outputs.get(index);
        String command = masked(commands.redact(planned.text()));
        if (output.isTruncated()) {
            console.say(Messages.SessionLog_Truncated(command, CommandOutput.KEPT_CHARACTERS));
        }
        return new CommandReply(
                command,
                output.kept(),
                outcome.isFailed(index),
                ended == null ? null : masked(ended.failure()),
                planned.expectFailure(),
                ended == null ? 0 : ended.elapsed().toMillis(),
                output.isTruncated());
    }
}
