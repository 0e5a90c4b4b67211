package io.jenkins.plugins.networkshell.engine.backup.run;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.backup.CapturedConfiguration;
import io.jenkins.plugins.networkshell.engine.backup.ConfigurationForm;
import io.jenkins.plugins.networkshell.engine.backup.RestorableForm;
import io.jenkins.plugins.networkshell.engine.backup.UnsavedChanges;
import io.jenkins.plugins.networkshell.engine.backup.capture.Verdict;
import io.jenkins.plugins.networkshell.engine.platform.DeviceFacts;
import io.jenkins.plugins.networkshell.engine.platform.Facts;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.Unsaved;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Restore;
import io.jenkins.plugins.networkshell.engine.session.DeviceSession;
import io.jenkins.plugins.networkshell.engine.session.SessionScript;
import io.jenkins.plugins.networkshell.engine.shell.Command;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a backup types on a device: the commands for all its configurations, then those for facts about the device and
 * unsaved changes. For one session.
 */
final class DeviceReading implements SessionScript {
    private static final String PRIVILEGED = "privileged";

    private final List<ConfigurationReads> configurations = new ArrayList<>();
    /** By command. */
    private final Map<String, AnswerLines> answers = new LinkedHashMap<>();

    private int commands;

    @Override
    public void play(DeviceSession session) throws NetworkShellException {
        Platform platform = session.platform();
        for (Configuration rules : platform.configurations()) {
            ConfigurationForm form = configurations.isEmpty() ? ConfigurationForm.PRIMARY : ConfigurationForm.FURTHER;
            configurations.add(new ConfigurationReads(rules, form));
        }
        if (!configurations.isEmpty()) {
            RestorableForm.of(platform)
                    .ifPresent(
                            rules -> configurations.add(new ConfigurationReads(rules, ConfigurationForm.RESTORABLE)));
        }
        Restore restore = platform.backup().restore();
        // It may change the mode that the other commands need, or the format of their output.
        boolean restoredLast =
                restore != null && (restore.mode() != null || !restore.before().isEmpty());
        List<ConfigurationReads> last = configurations.stream()
                .filter(reads -> restoredLast && reads.isRestorable())
                .toList();
        List<ConfigurationReads> first =
                configurations.stream().filter(reads -> !last.contains(reads)).toList();
        for (ConfigurationReads reads : first) {
            boolean failed = read(session, reads);
            if (failed && reads.isPrimary() && reads.rules().mode() == null && mayBecomePrivileged(session)) {
                session.enterMode(PRIVILEGED);
                reads.startAgain();
                failed = read(session, reads);
            }
            if (!failed && !reads.hasEndMark()) {
                read(session, reads); // two reads must agree
            }
        }
        ask(session, platform);
        readAgain(session, first);
        for (ConfigurationReads reads : last) {
            prepare(session, restore, reads);
            if (!read(session, reads) && !reads.hasEndMark()) {
                read(session, reads);
            }
        }
        readAgain(session, last);
    }

    private void readAgain(DeviceSession session, List<ConfigurationReads> undecided) throws NetworkShellException {
        for (ConfigurationReads reads : undecided) {
            if (!reads.hasEndMark() && reads.judge() instanceof Verdict.ReadAgain) {
                read(session, reads);
            }
        }
    }

    private void prepare(DeviceSession session, Restore restore, ConfigurationReads reads)
            throws NetworkShellException {
        for (String command : restore.before()) {
            reads.prepared(commands);
            type(session, command, (text, ended) -> {});
        }
    }

    /** If the mode needs no password, none is configured, and the shell has not entered it. */
    private static boolean mayBecomePrivileged(DeviceSession session) {
        return session.platform().mode(PRIVILEGED).isPresent()
                && !session.mode().equals(PRIVILEGED);
    }

    private boolean read(DeviceSession session, ConfigurationReads reads) throws NetworkShellException {
        String mode = reads.rules().mode();
        if (mode != null && !session.mode().equals(mode)) {
            session.enterMode(mode);
        }
        return type(session, reads.rules().command(), reads.read(commands)).failed();
    }

    /** Asks for facts and unsaved changes, each command once. */
    private void ask(DeviceSession session, Platform platform) throws NetworkShellException {
        Facts facts = platform.facts();
        Unsaved saving = platform.backup().unsaved();
        List<Command> together = new ArrayList<>();
        if (facts != null) {
            facts.commands().stream()
                    .filter(command -> command.equals(facts.commands().get(0))
                            || platform.session().typeAhead().takes(command))
                    .forEach(command -> together.add(question(command)));
        }
        if (saving != null && saving.command() != null && !answers.containsKey(saving.command())) {
            together.add(question(saving.command()));
        }
        session.readAll(together);
        if (facts != null) {
            askForWhatIsMissing(session, facts);
        }
    }

    /** Each of these costs a round trip, because the device does not take it ahead. */
    private void askForWhatIsMissing(DeviceSession session, Facts facts) throws NetworkShellException {
        for (Facts.Source source : facts.sources()) {
            if (!answers.containsKey(source.command()) && source.adds(facts.read(lines(AnswerLines::lines)))) {
                session.read(question(source.command()));
            }
        }
    }

    private Command question(String command) {
        AnswerLines answer = new AnswerLines(commands++);
        answers.put(command, answer);
        return Command.of(command).into(answer);
    }

    private Map<String, List<String>> lines(Function<AnswerLines, List<String>> lines) {
        Map<String, List<String>> all = new HashMap<>();
        answers.forEach((command, answer) -> all.put(command, lines.apply(answer)));
        return all;
    }

    private CommandResult type(DeviceSession session, String command, LineSink sink) throws NetworkShellException {
        commands++;
        return session.read(Command.of(command).into(sink));
    }

    List<ConfigurationReads> configurations() {
        return configurations;
    }

    /** @param results of the session's commands; what a refused command would have told stays unknown */
    DeviceFacts facts(Facts rules, List<CommandResult> results) {
        return rules == null ? DeviceFacts.NONE : rules.read(lines(answer -> answer.usableLines(results)));
    }

    UnsavedChanges unsaved(Unsaved rules, List<CommandResult> results, List<CapturedConfiguration> captured) {
        if (rules == null) {
            return UnsavedChanges.UNKNOWN;
        }
        List<String> lines = rules.command() == null
                ? captured.stream()
                        .filter(configuration -> configuration.name().equals(rules.configuration()))
                        .flatMap(configuration -> configuration.text().lines())
                        .toList()
                : Optional.ofNullable(answers.get(rules.command()))
                        .map(answer -> answer.usableLines(results))
                        .orElse(List.of());
        return switch (rules.state(lines)) {
            case SAVED -> UnsavedChanges.NO;
            case UNSAVED -> UnsavedChanges.YES;
            case UNKNOWN -> UnsavedChanges.UNKNOWN;
        };
    }
}
