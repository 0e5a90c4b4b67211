package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.ShellTimeoutException;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.PlatformRecognition;
import io.jenkins.plugins.networkshell.engine.platform.PlatformRecognition.Outcome;
import io.jenkins.plugins.networkshell.engine.platform.RecognitionSign;
import io.jenkins.plugins.networkshell.engine.platform.RecognitionSign.Kind;
import io.jenkins.plugins.networkshell.engine.shell.prompt.PromptKnowledge;
import io.jenkins.plugins.networkshell.engine.ssh.ShellChannel;
import io.jenkins.plugins.networkshell.engine.terminal.DeviceCharset;
import io.jenkins.plugins.networkshell.engine.text.Durations;
import io.jenkins.plugins.networkshell.engine.text.Quoted;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Leads from an open channel to the first prompt of a known platform: logs in, and recognises the platform if the user
 * named none.
 */
final class ShellOpener {
    private final ShellChannel channel;
    private final ShellOptions options;
    private final Limits limits;
    private final PlatformRecognition recognition;
    private final Platform unknown;
    private final Conversation conversation;
    private final ShellState state;
    private final LongSupplier nanoClock;
    /** Null if it does not apply to this device. */
    private final RememberedPlatform remembered;

    private List<RecognitionSign> signs = List.of();

    ShellOpener(ShellChannel channel, ShellOptions options, LongSupplier nanoClock) {
        this.channel = channel;
        this.options = options;
        this.limits = options.limits();
        this.nanoClock = nanoClock;
        this.recognition = new PlatformRecognition(options.catalog());
        this.unknown = options.catalog().find("generic").orElseThrow();
        this.remembered = options.platform() == null
                        && options.remembered() != null
                        && options.remembered().fitsServer(channel.serverVersion())
                ? options.remembered()
                : null;
        List<Platform> candidates = candidates();
        Platform likeliest = candidates.get(0);
        this.conversation =
                new Conversation(channel, limits, likeliest.terminal().width(), charset(likeliest), nanoClock);
        // A password change is requested before any prompt identifies the device.
        Platform asking = candidates.size() == 1
                ? likeliest
                : recognition.likeliest(channel.serverVersion()).orElse(unknown);
        QuestionBook questions = new QuestionBook(options.answers(), options.secrets(), asking);
        Dialogue dialogue = new Dialogue(conversation, questions, asking, unknown, options.listener());
        this.state = new ShellState(conversation, new PromptKnowledge(candidates), dialogue);
    }

    Conversation conversation() {
        return conversation;
    }

    ShellState state() {
        return state;
    }

    Whereabouts whereabouts(Platform platform) {
        return new Whereabouts(platform, recognition, unknown);
    }

    /** The platforms whose prompts may be expected; never empty. */
    private List<Platform> candidates() {
        if (options.platform() != null) {
            return List.of(options.platform());
        }
        if (remembered != null) {
            return List.of(remembered.platform());
        }
        if (recognition.byServerVersion(channel.serverVersion()) instanceof Outcome.Decided decided) {
            signs = decided.signs();
            return List.of(decided.platform());
        }
        List<Platform> described = recognition.candidates();
        return described.isEmpty() ? List.of(unknown) : described;
    }

    private Charset charset(Platform platform) {
        return options.charset() != null
                ? options.charset()
                : DeviceCharset.named(platform.terminal().charset());
    }

    /** @param runner runs the few commands that may be needed to tell platforms apart */
    Platform run(CommandRunner runner) throws NetworkShellException {
        List<Platform> candidates = candidates();
        boolean known = candidates.size() == 1 && remembered == null;
        if (known) {
            adopt(candidates.get(0));
        }
        Login login = login(candidates);
        if (known) {
            return candidates.get(0);
        }
        if (remembered != null && remembered.fitsPrompt(state.prompts().current())) {
            signs = List.of(new RecognitionSign(Kind.REMEMBERED, remembered.serverVersion(), null));
            adopt(remembered.platform());
            return remembered.platform();
        }
        Outcome outcome = recognise(login.preamble(), runner);
        if (outcome instanceof Outcome.Decided decided) {
            signs = decided.signs();
            adopt(decided.platform());
            return decided.platform();
        }
        adopt(unknown);
        return unknown;
    }

    private Login login(List<Platform> candidates) throws NetworkShellException {
        // A pattern that matches any line proves nothing: such a prompt needs confirmation.
        Predicate<String> isDescribed = line -> candidates.stream()
                .flatMap(p -> p.modes().stream())
                .filter(m -> !m.fitsAnyLine())
                .anyMatch(m -> m.prompt().matches(line.stripTrailing()));
        boolean unknownPromptsToo =
                candidates.size() > 1 || candidates.get(0).name().equals(unknown.name()) || remembered != null;
        Login login = new Login(
                state,
                isDescribed,
                candidates.size() > 1
                        ? (line, said) -> isDescribed.test(line) ? trust(line, said) : Login.Belief.AFTER_SILENCE
                        : (line, said) -> trust(candidates.get(0)),
                unknownPromptsToo,
                candidates.size() > 1 ? this::askedAfter : said -> {});
        try {
            conversation.await(login, Deadline.in(limits.session(), nanoClock), "session limit", limits.silence());
        } catch (ShellTimeoutException e) {
            throw new NetworkShellException(
                    ErrorKind.PROMPT_NOT_RECOGNISED,
                    channel.host(),
                    "No prompt recognised on " + channel.host() + ": the device was silent for "
                            + Durations.text(limits.silence()) + " behind the line "
                            + Quoted.line(conversation.lastVisibleLine())
                            + (candidates.size() == 1 && remembered == null
                                    ? ", which is not a prompt of the platform "
                                            + candidates.get(0).name() + "."
                                    : ", which is not a prompt of any platform."),
                    "If that is its prompt, name the right platform or describe one; if it is a question, give an answer"
                            + " for it.",
                    null);
        }
        return login;
    }

    /** A question after a greeting that identifies the platform is answered as that platform defines it. */
    private void askedAfter(String said) {
        recognition
                .byGreeting(channel.serverVersion(), channel.banner() + "\n" + said)
                .ifPresent(state.dialogue()::setPlatform);
    }

    /** The command that tells platforms apart is the engine's own; a prompt sign alone may be part of any line. */
    private Login.Belief trust(String prompt, String said) {
        Outcome outcome =
                recognition.start(channel.serverVersion(), channel.banner() + "\n" + said, prompt.stripTrailing());
        if (outcome instanceof Outcome.Decided decided) {
            return trust(decided.platform());
        }
        return outcome instanceof Outcome.Try && prompt.codePoints().anyMatch(Character::isLetter)
                ? Login.Belief.AT_ONCE
                : Login.Belief.AFTER_SILENCE;
    }

    /** The echo of an engine command tells a prompt from a banner, and typing it twice does no harm. */
    private static Login.Belief trust(Platform platform) {
        boolean ownCommandFollows = !platform.afterLogin().isEmpty()
                || platform.paging() != null && !platform.paging().off().isEmpty();
        return ownCommandFollows ? Login.Belief.AT_ONCE : Login.Belief.BY_EMPTY_LINE;
    }

    /** The signs by which the platform was recognised; empty if it was named, or is not known. */
    List<RecognitionSign> signs() {
        return signs;
    }

    private Outcome recognise(String preamble, CommandRunner runner) throws NetworkShellException {
        String said = channel.banner() + "\n" + preamble;
        Map<String, String> answers = new HashMap<>();
        String prompt = prompt();
        Outcome outcome = recognition.start(channel.serverVersion(), said, prompt);
        while (outcome instanceof Outcome.Try attempt) {
            if (!answers.containsKey(attempt.command())) {
                if (answers.size() == PlatformRecognition.MOST_COMMANDS) {
                    return new Outcome.Unknown();
                }
                // Its pager and its questions are the best guess while the command runs.
                Platform likeliest = recognition.likeliest(attempt);
                conversation.adaptTo(likeliest);
                state.dialogue().setPlatform(likeliest);
                answers.put(attempt.command(), runner.run(attempt.command()));
            }
            outcome = recognition.decide(attempt, answers.get(attempt.command()));
            if (!(outcome instanceof Outcome.Decided) && !prompt().equals(prompt)) {
                // The command was typed at a line of the banner.
                prompt = prompt();
                outcome = recognition.start(channel.serverVersion(), said, prompt);
            }
        }
        return outcome;
    }

    private String prompt() {
        return state.prompts().current().stripTrailing();
    }

    private void adopt(Platform platform) {
        state.setPlatform(platform);
        conversation.setCharset(charset(platform));
    }

    /** Types a command of the engine's own and returns its output. */
    @FunctionalInterface
    interface CommandRunner {
        String run(String command) throws NetworkShellException;
    }
}
