package io.jenkins.plugins.networkshell.engine.trial;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.platform.Facts;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.platform.PlatformRecognition;
import io.jenkins.plugins.networkshell.engine.platform.PlatformRecognition.Outcome;
import io.jenkins.plugins.networkshell.engine.platform.Unsaved;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Restore;
import io.jenkins.plugins.networkshell.engine.platform.dialogue.Mode;
import io.jenkins.plugins.networkshell.engine.platform.dialogue.Question;
import io.jenkins.plugins.networkshell.engine.platform.dialogue.Transition;
import io.jenkins.plugins.networkshell.engine.session.DeviceSession;
import io.jenkins.plugins.networkshell.engine.session.SessionScript;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a trial types: only commands of the definition that read, one command that no device knows, and the commands
 * that enter the modes. In an entered mode, nothing is typed except the configuration commands that the definition
 * assigns to it.
 */
final class TrialScript implements SessionScript {
    /** No device knows it. Some take it for a host name, and say so after they have looked it up. */
    static final String UNKNOWN_COMMAND = "network-shell-try";

    /** Two reads show whether they agree. */
    private static final int READS = 2;

    /**
     * Why a mode was not entered.
     *
     * @param reason in words
     * @param shown the line that the device then showed; null if nothing was tried
     */
    record Refusal(String reason, String shown) {}

    private final Platform platform;
    private final PlatformCatalog catalog;
    private final Set<String> secrets;
    private final Function<String, Outcome> beginning;

    private final Map<String, List<Asked>> configurations = new LinkedHashMap<>();
    private final Map<String, Refusal> refusedModes = new LinkedHashMap<>();
    private final Map<String, Asked> facts = new LinkedHashMap<>();
    private Outcome recognition = new Outcome.Unknown();
    private Asked unsaved;
    private Asked restore;
    private Asked unknown;

    /**
     * @param platform the definition to try
     * @param catalog all platforms that {@code auto} would choose from
     * @param secrets the names of the available secrets
     * @param beginning the result of {@code auto} for the prompt and everything before it
     */
    TrialScript(Platform platform, PlatformCatalog catalog, Set<String> secrets, Function<String, Outcome> beginning) {
        this.platform = platform;
        this.catalog = catalog;
        this.secrets = secrets;
        this.beginning = beginning;
    }

    @Override
    public void play(DeviceSession session) throws IOException {
        recognise(session);
        Facts described = platform.facts();
        if (described != null) {
            for (String command : described.commands()) {
                facts.put(command, Asked.in(session, command));
            }
        }
        for (Configuration configuration : platform.configurations()) {
            read(session, configuration);
        }
        Unsaved difference = platform.backup().unsaved();
        if (difference != null && difference.command() != null) {
            unsaved = Asked.in(session, difference.command());
        }
        unknown = Asked.in(session, UNKNOWN_COMMAND);
        Restore loadable = platform.backup().restore();
        if (loadable != null) {
            readLoadable(session, loadable);
        }
        enterModes(session);
    }

    /** Reads it last, because this may change the mode that the other commands need. */
    private void readLoadable(DeviceSession session, Restore loadable) throws IOException {
        for (String command : loadable.before()) {
            Asked.in(session, command);
        }
        if (reaches(session, loadable.mode())) {
            restore = Asked.in(session, loadable.command());
        }
    }

    private void recognise(DeviceSession session) throws IOException {
        PlatformRecognition recogniser = new PlatformRecognition(catalog);
        recognition = beginning.apply(session.prompt().stripTrailing());
        while (recognition instanceof Outcome.Try attempt) {
            recognition = recogniser.decide(
                    attempt, Asked.in(session, attempt.command()).text());
        }
    }

    private void read(DeviceSession session, Configuration configuration) throws IOException {
        List<Asked> reads = new ArrayList<>();
        configurations.put(configuration.name(), reads);
        if (!reaches(session, configuration.mode())) {
            return;
        }
        for (int i = 0; i < READS; i++) {
            Asked read = Asked.in(session, configuration.command());
            reads.add(read);
            if (read.result().failed()) {
                return;
            }
        }
    }

    /** @param mode that the next command needs; null for any */
    private boolean reaches(DeviceSession session, String mode) throws NetworkShellException {
        return mode == null
                || session.mode().equals(mode)
                || leadsTo(session.mode(), mode, new HashSet<>()) && enter(session, mode);
    }

    private void enterModes(DeviceSession session) throws IOException {
        for (Mode mode : platform.modes()) {
            if (mode.enter().isEmpty() || mode.prompt().matches(session.prompt().stripTrailing())) {
                continue;
            }
            if (mode.enter().stream().noneMatch(this::isOpen)) {
                refusedModes.put(
                        mode.name(),
                        new Refusal("not tried, for " + obstacle(mode.enter().get(0)), null));
                continue;
            }
            if (!enter(session, mode.name())) {
                return;
            }
        }
    }

    private boolean enter(DeviceSession session, String mode) throws NetworkShellException {
        try {
            session.enterMode(mode);
            return true;
        } catch (NetworkShellException e) {
            if (e.kind() != ErrorKind.COMMAND_FAILED) {
                throw e;
            }
            refusedModes.put(mode, new Refusal(e.getMessage(), session.prompt().stripTrailing()));
            return false;
        }
    }

    /** Whether a path leads there that asks for no unavailable secret. */
    private boolean leadsTo(String from, String to, Set<String> seen) {
        return from.equals(to)
                || seen.add(to)
                        && platform.mode(to).stream()
                                .flatMap(mode -> mode.enter().stream())
                                .anyMatch(way -> missingSecret(way).isEmpty() && leadsTo(from, way.from(), seen));
    }

    private boolean isOpen(Transition way) {
        return !refusedModes.containsKey(way.from()) && missingSecret(way).isEmpty();
    }

    private String obstacle(Transition way) {
        return missingSecret(way)
                .map(secret -> "the secret '" + secret + "' was not given")
                .orElse("the mode '" + way.from() + "' was not entered");
    }

    private Optional<String> missingSecret(Transition way) {
        return way.dialogue().stream()
                .map(Question::secret)
                .filter(secret -> secret != null && !secrets.contains(secret))
                .findFirst();
    }

    /** The platform that {@code auto} would choose for the device. */
    Outcome recognition() {
        return recognition;
    }

    /** The reads of a configuration; empty if the session did not get that far. */
    List<Asked> reads(Configuration configuration) {
        return configurations.getOrDefault(configuration.name(), List.of());
    }

    /** By mode. */
    Map<String, Refusal> refusedModes() {
        return refusedModes;
    }

    /** By command; without those that the session did not get to, or that the device refused. */
    Map<String, List<String>> facts() {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        facts.forEach((command, asked) -> {
            if (!asked.result().failed()) {
                answers.put(command, asked.lines());
            }
        });
        return answers;
    }

    /** @return null if the session ended before, or the definition lacks the command */
    Asked unsaved() {
        return unsaved;
    }

    /** @return null if the session ended before, or the definition lacks the command */
    Asked restore() {
        return restore;
    }

    /** @return null if the session did not get that far */
    Asked unknown() {
        return unknown;
    }

    /** The device's reply to an unknown command; empty if it did not reply, or was not asked. */
    Optional<Pattern> refusal() {
        return unknown == null
                ? Optional.empty()
                : RefusalProposal.of(UNKNOWN_COMMAND, unknown.textLines()).map(Pattern::compile);
    }

    /** Everything that was asked, in no particular order. */
    List<Asked> all() {
        List<Asked> all = new ArrayList<>();
        configurations.values().forEach(all::addAll);
        all.addAll(facts.values());
        for (Asked asked : new Asked[] {unsaved, restore, unknown}) {
            if (asked != null) {
                all.add(asked);
            }
        }
        return all;
    }
}
