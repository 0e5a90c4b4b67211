package io.jenkins.plugins.networkshell.engine.trial;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.platform.DeviceFacts;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.platform.PlatformRecognition;
import io.jenkins.plugins.networkshell.engine.platform.PlatformRecognition.Outcome;
import io.jenkins.plugins.networkshell.engine.platform.RecognitionSign;
import io.jenkins.plugins.networkshell.engine.platform.Unsaved;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import io.jenkins.plugins.networkshell.engine.session.ConnectionFacts;
import io.jenkins.plugins.networkshell.engine.session.DeviceSession;
import io.jenkins.plugins.networkshell.engine.session.SessionConnection;
import io.jenkins.plugins.networkshell.engine.session.SessionListener;
import io.jenkins.plugins.networkshell.engine.session.SessionOutcome;
import io.jenkins.plugins.networkshell.engine.session.SessionSettings;
import io.jenkins.plugins.networkshell.engine.shell.Answer;
import io.jenkins.plugins.networkshell.engine.shell.Command;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import io.jenkins.plugins.networkshell.engine.shell.ShellOptions;
import io.jenkins.plugins.networkshell.engine.shell.prompt.UndescribedQuestion;
import io.jenkins.plugins.networkshell.engine.ssh.ShellChannel;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.terminal.DeviceCharset;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A session that tries a definition on a device. It types what the definition says, reads each configuration twice,
 * enters each mode, and changes nothing on the device. If the definition describes none of the device's prompts, a
 * second session tries the rest of it and treats any line as a prompt.
 *
 * <p>For one thread, for one use.
 */
public final class PlatformTrial {
    private static final String GENERIC = "generic";
    private static final String PRIVILEGED = "privileged";
    private static final Set<ErrorKind> QUESTION_ENDS = Set.of(ErrorKind.PROMPT_NOT_RECOGNISED, ErrorKind.TIMEOUT);
    /** A device that asks more often does not accept the answers. */
    private static final int MOST_QUESTIONS = 5;

    private final Supplier<SessionConnection.Source> connections;
    private final SessionSettings settings;
    private final PlatformCatalog catalog;
    private final Platform platform;
    private final Function<String, Optional<Secret>> person;
    private final List<String> refusals = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final Map<String, String> learned = new LinkedHashMap<>();
    private ShellOptions shell;
    private SessionWatch watch;
    private TrialScript script;
    private String banner = "";
    private String serverVersion = "";

    /**
     * @param connections opens a connection to the device for each session, two at most
     * @param settings with the platform to try, which is in the catalog; their recorder is not used
     * @param person answers questions of the device that nothing else answers; empty if nobody is present
     */
    public PlatformTrial(
            Supplier<SessionConnection.Source> connections,
            SessionSettings settings,
            Function<String, Optional<Secret>> person) {
        this.connections = connections;
        this.person = person;
        this.settings = settings;
        this.shell = settings.shell();
        this.catalog = settings.shell().catalog();
        this.platform = settings.shell().platform();
    }

    /**
     * @throws NetworkShellException if the device can't be reached, or rejects the login
     * @throws IOException if a local file can't be written
     */
    public TrialReport run() throws IOException {
        SessionOutcome outcome = session(platform);
        if (outcome.connection() == null) {
            throw outcome.error();
        }
        TrialScript.Refusal privileges = null;
        if (outcome.platform() == null
                && outcome.error() != null
                && outcome.error().kind() == ErrorKind.COMMAND_FAILED) {
            // It did not reach the privileged mode, in which a session with the mode's secret begins.
            privileges = new TrialScript.Refusal(outcome.error().getMessage(), watch.unfinishedLine());
            shell = shell.withSecrets(Map.of());
            outcome = session(platform);
            if (outcome.connection() == null) {
                throw outcome.error();
            }
        }
        String unknownPrompt = null;
        if (outcome.platform() == null
                && outcome.error() != null
                && outcome.error().kind() == ErrorKind.PROMPT_NOT_RECOGNISED
                && question(outcome).isEmpty()) {
            unknownPrompt = watch.unfinishedLine();
            outcome = session(withAnyPrompt());
            if (outcome.connection() == null) {
                throw outcome.error();
            }
        } else if (outcome.prompt() != null && !isDescribed(outcome.prompt())) {
            unknownPrompt = outcome.prompt().stripTrailing();
        }
        Map<String, TrialScript.Refusal> refused = new LinkedHashMap<>(script.refusedModes());
        if (privileges != null) {
            refused.put(PRIVILEGED, privileges);
        }
        return report(outcome, unknownPrompt, refused);
    }

    private boolean isDescribed(String prompt) {
        return platform.modes().stream().anyMatch(mode -> mode.prompt().matches(prompt.stripTrailing()));
    }

    private Platform withAnyPrompt() {
        return new Platform(
                platform.naming(),
                platform.recognition(),
                generic().modes(),
                platform.session(),
                platform.backup(),
                platform.facts());
    }

    private Platform generic() {
        return catalog.find(GENERIC).orElseThrow();
    }

    /**
     * Opens a new session for each question that a person then answers, so that no device waits while the person
     * thinks.
     */
    private SessionOutcome session(Platform tried) throws IOException {
        SessionOutcome outcome = oneSession(tried);
        while (asked.size() < MOST_QUESTIONS) {
            Optional<String> question = question(outcome);
            Optional<Secret> answer = question.flatMap(person);
            if (answer.isEmpty()) {
                return outcome;
            }
            asked.add(question.get());
            List<Answer> answers = new ArrayList<>(shell.answers());
            answers.add(new Answer(
                    Pattern.compile("^" + Pattern.quote(question.get())), answer.get(), true, Answer.DEFAULT_TIMES));
            shell = shell.withAnswers(answers);
            outcome = oneSession(tried);
        }
        return outcome;
    }

    /** The question that the device waits at, or empty. */
    private Optional<String> question(SessionOutcome outcome) {
        return outcome.error() != null
                        && QUESTION_ENDS.contains(outcome.error().kind())
                        && UndescribedQuestion.asks(watch.unfinishedLine())
                ? Optional.of(watch.unfinishedLine())
                : Optional.empty();
    }

    private SessionOutcome oneSession(Platform tried) throws IOException {
        Charset charset = shell.charset() != null
                ? shell.charset()
                : DeviceCharset.named(tried.terminal().charset());
        watch = new SessionWatch(charset, tried.terminal().width());
        refusals.clear();
        script = new TrialScript(tried, catalog, shell.secrets().keySet(), this::beginningOfRecognition);
        SessionConnection.Source source = connections.get();
        SessionSettings watched = new SessionSettings(
                settings.target(),
                settings.device(),
                shell.withPlatform(tried),
                settings.captures(),
                watch,
                new Refusals(settings.listener()));
        return DeviceSession.run(() -> new Greeted(source.connect()), watched, script);
    }

    private Outcome beginningOfRecognition(String prompt) {
        return new PlatformRecognition(catalog)
                .start(serverVersion, banner + "\n" + String.join("\n", watch.preamble()), prompt);
    }

    private TrialReport report(SessionOutcome outcome, String unknownPrompt, Map<String, TrialScript.Refusal> refused) {
        Optional<String> unanswered = question(outcome);
        SessionFindings talk = sessionFindings(unknownPrompt, refused);
        if (unanswered.isPresent()
                || unknownPrompt == null
                        && outcome.error() != null
                        && outcome.error().kind() == ErrorKind.TIMEOUT) {
            talk.unansweredLine(watch.unfinishedLine());
        }
        List<Finding> findings = new ArrayList<>(talk.findings());
        List<Proposal> proposals = new ArrayList<>(talk.proposals());
        learnHost(outcome);
        learnRecognition();
        learnFacts();
        judgeConfigurations(findings, proposals);
        learnUnsaved();
        return new TrialReport(
                platform.naming(),
                serverVersion,
                List.copyOf(findings),
                learned,
                List.copyOf(proposals),
                unanswered.orElse(null),
                outcome.error());
    }

    private SessionFindings sessionFindings(String unknownPrompt, Map<String, TrialScript.Refusal> refused) {
        SessionFindings talk = new SessionFindings(platform, watch, generic().paging());
        talk.recognition(serverVersion, banner, textLines(asked -> true));
        if (unknownPrompt != null) {
            talk.unknownPrompt(unknownPrompt);
        } else {
            talk.modes(refused);
        }
        talk.paging(refusals);
        talk.questions();
        talk.failures(textLines(asked -> asked.result().failed()), script.unknown());
        asked.forEach(talk::unansweredLine);
        return talk;
    }

    /** What the device printed for the commands of the script. */
    private List<String> textLines(Predicate<Asked> which) {
        return script.all().stream()
                .filter(which)
                .flatMap(asked -> asked.textLines().stream())
                .toList();
    }

    private void judgeConfigurations(List<Finding> findings, List<Proposal> proposals) {
        List<Configuration> configurations = platform.configurations();
        Optional<Pattern> refusal = script.refusal();
        for (int i = 0; i < configurations.size(); i++) {
            List<Asked> reads = script.reads(configurations.get(i));
            if (!reads.isEmpty()) {
                ConfigurationFindings judged = new ConfigurationFindings(i, configurations.get(i), reads, refusal);
                judged.judge(learned);
                findings.addAll(judged.findings());
                proposals.addAll(judged.proposals());
            }
        }
    }

    private void learnHost(SessionOutcome outcome) {
        String prompt = outcome.prompt() == null ? "" : outcome.prompt().stripTrailing();
        platform.modes().stream()
                .filter(mode -> mode.prompt().matches(prompt))
                .findFirst()
                .flatMap(mode -> mode.host(prompt))
                .ifPresent(host -> learned.put("host name", host));
    }

    private void learnRecognition() {
        if (script.recognition() instanceof Outcome.Decided decided) {
            learned.put(
                    "auto",
                    decided.platform().name() + ", by "
                            + decided.signs().stream()
                                    .map(RecognitionSign::words)
                                    .collect(Collectors.joining(" and ")));
        } else {
            learned.put("auto", "does not recognise the device");
        }
    }

    private void learnFacts() {
        if (platform.facts() == null || script.facts().isEmpty()) {
            return;
        }
        DeviceFacts facts = platform.facts().read(script.facts());
        learned.put("model", known(facts.model()));
        learned.put("serial", known(facts.serial()));
        learned.put("version", known(facts.version()));
    }

    private static String known(String fact) {
        return fact == null ? "not found" : fact;
    }

    private void learnUnsaved() {
        Unsaved unsaved = platform.backup().unsaved();
        if (unsaved == null) {
            return;
        }
        List<String> text = script.unsaved() != null
                ? script.unsaved().lines()
                : platform.configurations().stream()
                        .filter(configuration -> configuration.name().equals(unsaved.configuration()))
                        .flatMap(configuration -> script.reads(configuration).stream())
                        .findFirst()
                        .map(Asked::lines)
                        .orElse(List.of());
        learned.put("unsaved", unsaved.state(text).name().toLowerCase(Locale.ROOT));
    }

    /** Receives the device's replies to the commands that turn paging off, and passes everything on. */
    private final class Refusals implements SessionListener {
        private final SessionListener listener;

        Refusals(SessionListener listener) {
            this.listener = listener;
        }

        @Override
        public void connected(ConnectionFacts connection) {
            listener.connected(connection);
        }

        @Override
        public void opened(Platform known, String prompt) {
            listener.opened(known, prompt);
        }

        @Override
        public void commandStarted(int index, String prompt, Command command) {
            listener.commandStarted(index, prompt, command);
        }

        @Override
        public void commandEnded(int index, CommandResult result) {
            listener.commandEnded(index, result);
        }

        @Override
        public void notice(String sentence) {
            if (sentence.startsWith("Paging stays on")) {
                refusals.add(sentence);
            } else {
                listener.notice(sentence);
            }
        }
    }

    /** Records how the server identified itself. */
    private final class Greeted implements SessionConnection {
        private final SessionConnection connection;

        Greeted(SessionConnection connection) {
            this.connection = connection;
        }

        @Override
        public SshConnection connection() {
            return connection.connection();
        }

        @Override
        public ShellChannel openShell(Pty pty) throws IOException {
            ShellChannel channel = connection.openShell(pty);
            banner = channel.banner();
            serverVersion = channel.serverVersion().replaceFirst("^SSH-[0-9.]+-", "");
            return channel;
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
