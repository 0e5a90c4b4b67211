package io.jenkins.plugins.networkshell.engine.platform;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Recognition;
import io.jenkins.plugins.networkshell.engine.platform.RecognitionSign.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * How {@code auto} tells platforms apart: by the server's version, by what it prints before the first prompt, and by at
 * most two harmless commands. What several platforms show alike is confirmed by a command: many devices say {@code
 * SSH-2.0-Cisco-1.25}, and {@code NAME #} is a prompt of half of them. Pure functions; whoever calls them does the
 * talking.
 *
 * <pre>{@code
 * Outcome outcome = recognition.start("OpenSSH_9.2p1", "", "edge-1#");
 * while (outcome instanceof Outcome.Try attempt) {
 *     outcome = recognition.decide(attempt, shell.run(attempt.command()));
 * }
 * }</pre>
 */
public final class PlatformRecognition {
    private static final Pattern PROTOCOL = Pattern.compile("^SSH-[0-9.]+-");
    /** That are typed at most. */
    public static final int MOST_COMMANDS = 2;

    /** A version that more platforms than these show is that of a common SSH server, and says nothing. */
    private static final int MOST_OF_ONE_VERSION = 5;

    private final PlatformCatalog catalog;
    /** Outlines: no definition is read before its platform is chosen. The likeliest first. */
    private List<Platform> platforms;

    /**
     * @param catalog the platforms to choose from; those without {@code recognise} are never chosen
     */
    public PlatformRecognition(PlatformCatalog catalog) {
        this.catalog = catalog;
    }

    /** Sorted when they are first needed: a session with a device whose platform is named never asks. */
    private synchronized List<Platform> platforms() {
        if (platforms == null) {
            platforms = catalog.outlines().stream()
                    .filter(platform -> platform.recognition().takesPart())
                    .sorted(Comparator.comparingInt(
                            platform -> platform.recognition().rank()))
                    .toList();
        }
        return platforms;
    }

    /** What is known so far. */
    public sealed interface Outcome {
        /**
         * It is this one.
         *
         * @param signs what tells so, at least one
         */
        record Decided(Platform platform, List<RecognitionSign> signs) implements Outcome {}

        /**
         * The output of {@code command} decides between {@code candidates}, the likeliest first.
         *
         * @param command changes nothing on any of them
         * @param candidates {@linkplain PlatformCatalog#outlines() outlines}
         * @param seen before any command
         * @param tried the commands before this one
         */
        record Try(String command, List<Platform> candidates, Seen seen, List<String> tried) implements Outcome {}

        /** None that is known; {@code generic} is what is left. */
        record Unknown() implements Outcome {}
    }

    /**
     * What a server shows before a command is tried.
     *
     * @param version the identification line without {@code SSH-2.0-}; empty where unknown
     * @param preamble the banner, and all lines before the first prompt
     * @param prompt without trailing blanks; empty where unknown
     */
    public record Seen(String version, String preamble, String prompt) {}

    /** The {@linkplain PlatformCatalog#outlines() outlines} of all that may be chosen, the likeliest first. */
    public List<Platform> candidates() {
        return platforms();
    }

    /** The whole of the first candidate of an attempt: the best guess for as long as its command runs. */
    public Platform likeliest(Outcome.Try attempt) {
        return whole(attempt.candidates().stream()
                .filter(platform ->
                        attempt.command().equals(platform.recognition().command()))
                .findFirst()
                .orElse(attempt.candidates().get(0)));
    }

    /**
     * Whose questions are answered before the first prompt: the likeliest of the few platforms with such a server.
     *
     * @param serverVersion the SSH identification line, with or without {@code SSH-2.0-}
     */
    public Optional<Platform> likeliest(String serverVersion) {
        List<Platform> byVersion = withPattern(platforms(), Recognition::serverVersion, withoutProtocol(serverVersion));
        return isTelling(byVersion) ? Optional.of(whole(byVersion.get(0))) : Optional.empty();
    }

    /**
     * The only one that greets like this, while the device asks something before its first prompt.
     *
     * @param serverVersion the SSH identification line, with or without {@code SSH-2.0-}
     * @param preamble the banner, and all lines so far
     */
    public Optional<Platform> byGreeting(String serverVersion, String preamble) {
        List<Platform> byBanner = withPattern(ofServer(withoutProtocol(serverVersion)), Recognition::banner, preamble);
        return byBanner.size() == 1 ? Optional.of(whole(byBanner.get(0))) : Optional.empty();
    }

    /** Without those that name their servers when others fit this one. */
    private List<Platform> ofServer(String version) {
        List<Platform> byVersion = withPattern(platforms(), Recognition::serverVersion, version);
        return byVersion.isEmpty()
                ? platforms()
                : platforms().stream()
                        .filter(p -> p.recognition().serverVersion() == null || byVersion.contains(p))
                        .toList();
    }

    private Platform whole(Platform outline) {
        return catalog.find(outline.name()).orElseThrow();
    }

    /**
     * What the identification line alone says, before the first byte of the shell.
     *
     * @param serverVersion the SSH identification line, with or without {@code SSH-2.0-}
     * @return {@link Outcome.Decided} when exactly one platform has such a server, otherwise {@link Outcome.Unknown}
     */
    public Outcome byServerVersion(String serverVersion) {
        String version = withoutProtocol(serverVersion);
        List<Platform> fit = withPattern(platforms(), Recognition::serverVersion, version);
        return fit.size() == 1 ? decided(fit.get(0), new Seen(version, "", "")) : new Outcome.Unknown();
    }

    /**
     * All that can be said before a command is tried. A platform that names its servers is out when others fit this one,
     * and one that is known by its banner alone when that was not printed.
     *
     * @param serverVersion the SSH identification line, with or without {@code SSH-2.0-}; empty where unknown
     * @param preamble the banner, and all lines before the first prompt; empty if there are none
     * @param promptLine the prompt, without trailing blanks; empty where unknown
     */
    public Outcome start(String serverVersion, String preamble, String promptLine) {
        Seen seen = new Seen(withoutProtocol(serverVersion), preamble, promptLine);
        List<Platform> byVersion = withPattern(platforms(), Recognition::serverVersion, seen.version());
        if (byVersion.size() == 1 && mayShow(byVersion.get(0), promptLine)) {
            return decided(byVersion.get(0), seen);
        }
        List<Platform> candidates = ofServer(seen.version());
        List<Platform> byBanner = withPattern(candidates, Recognition::banner, preamble);
        if (byBanner.size() == 1 && mayShow(byBanner.get(0), promptLine)) {
            return decided(byBanner.get(0), seen);
        }
        if (!byBanner.isEmpty()) {
            candidates = byBanner;
        }
        // A system on top of another has that one's prompts; without its own greeting it is taken for the other.
        boolean greeted = !byBanner.isEmpty();
        List<Platform> byPrompt = withPrompt(candidates, promptLine, greeted);
        if (byPrompt.isEmpty()) {
            // A prompt that no likely platform shows weighs more than the server's version.
            byPrompt = withPrompt(platforms(), promptLine, greeted);
        }
        if (byPrompt.isEmpty() && isTelling(byVersion)) {
            byPrompt = byVersion;
        }
        return next(byPrompt, seen, List.of());
    }

    /**
     * What a command led to that was typed in the middle of a session, as far as that is certain without typing anything:
     * a program that reads commands of its own may do anything with them.
     *
     * @param printed the greeting, or what else the command printed
     * @param promptLine the prompt after it, without trailing blanks
     * @param familiar whether the prompt is one of the platform's that the session was in: then only a greeting counts
     */
    public Optional<Platform> atSight(String printed, String promptLine, boolean familiar) {
        List<Platform> showing =
                platforms().stream().filter(p -> shows(p, promptLine)).toList();
        List<Platform> greeting = withPattern(showing, Recognition::banner, printed);
        if (!greeting.isEmpty() || familiar) {
            return greeting.size() == 1 ? Optional.of(whole(greeting.get(0))) : Optional.empty();
        }
        List<Platform> byPrompt = withPattern(showing, Recognition::prompt, promptLine);
        return byPrompt.size() == 1 ? Optional.of(whole(byPrompt.get(0))) : Optional.empty();
    }

    /**
     * Goes on with the output of the command that {@link Outcome.Try} named.
     *
     * @param output all that the device printed for it
     */
    public Outcome decide(Outcome.Try attempt, String output) {
        List<Platform> fit = withPattern(attempt.candidates(), Recognition::output, output);
        if (!fit.isEmpty()) {
            Platform platform = fit.get(0);
            List<RecognitionSign> signs = signs(platform, attempt.seen());
            signs.add(new RecognitionSign(
                    Kind.ANSWER, found(platform.recognition().output(), output), attempt.command()));
            return new Outcome.Decided(whole(platform), signs);
        }
        List<String> tried = new ArrayList<>(attempt.tried());
        tried.add(attempt.command());
        return next(attempt.candidates(), attempt.seen(), List.copyOf(tried));
    }

    private Outcome next(List<Platform> candidates, Seen seen, List<String> tried) {
        List<Platform> askable = candidates.stream()
                .filter(platform -> platform.recognition().command() != null)
                .filter(platform -> !tried.contains(platform.recognition().command()))
                .toList();
        if (!askable.isEmpty() && tried.size() < MOST_COMMANDS) {
            return new Outcome.Try(mostTelling(askable, seen), candidates, seen, tried);
        }
        return candidates.stream()
                .filter(platform -> find(platform.recognition().prompt(), seen.prompt()))
                .findFirst()
                .or(() -> likeliestOfServer(candidates, seen.version()))
                .map(platform -> decided(platform, seen))
                .orElseGet(Outcome.Unknown::new);
    }

    /**
     * The most general of the few platforms with such a server, if no command told them apart: an old device may refuse
     * the command, and as {@code generic} it would lose its paging, its masking and its questions. Special ones have the
     * lower rank, and would have been recognised by their answer.
     */
    private Optional<Platform> likeliestOfServer(List<Platform> candidates, String version) {
        List<Platform> byVersion = withPattern(platforms(), Recognition::serverVersion, version);
        return isTelling(byVersion)
                ? candidates.stream().filter(byVersion::contains).reduce((special, general) -> general)
                : Optional.empty();
    }

    /** The command that most of them know; on equal terms that of the likeliest. */
    private String mostTelling(List<Platform> askable, Seen seen) {
        List<Platform> byVersion = withPattern(platforms(), Recognition::serverVersion, seen.version());
        List<Platform> likely = isTelling(byVersion)
                ? askable.stream().filter(byVersion::contains).toList()
                : List.of();
        Map<String, Integer> votes = new LinkedHashMap<>();
        for (Platform platform : likely.isEmpty() ? askable : likely) {
            votes.merge(platform.recognition().command(), 1, Integer::sum);
        }
        return votes.entrySet().stream()
                .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
                .orElseThrow()
                .getKey();
    }

    private static boolean isTelling(List<Platform> byVersion) {
        return !byVersion.isEmpty() && byVersion.size() <= MOST_OF_ONE_VERSION;
    }

    private Outcome decided(Platform outline, Seen seen) {
        return new Outcome.Decided(whole(outline), signs(outline, seen));
    }

    private List<RecognitionSign> signs(Platform platform, Seen seen) {
        Recognition recognition = platform.recognition();
        List<RecognitionSign> signs = new ArrayList<>();
        if (find(recognition.serverVersion(), seen.version())
                && isTelling(withPattern(platforms(), Recognition::serverVersion, seen.version()))) {
            signs.add(new RecognitionSign(Kind.SERVER_VERSION, seen.version(), null));
        }
        if (find(recognition.banner(), seen.preamble())) {
            signs.add(new RecognitionSign(Kind.BANNER, found(recognition.banner(), seen.preamble()), null));
        }
        if (find(recognition.prompt(), seen.prompt())) {
            signs.add(new RecognitionSign(Kind.PROMPT, seen.prompt(), null));
        }
        return signs;
    }

    private static List<Platform> withPattern(
            List<Platform> among, Function<Recognition, Pattern> pattern, String text) {
        return among.stream()
                .filter(platform -> find(pattern.apply(platform.recognition()), text))
                .toList();
    }

    private static boolean find(Pattern pattern, String text) {
        return pattern != null && pattern.matcher(text).find();
    }

    /** The line in which the match begins. */
    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return "";
        }
        int start = text.lastIndexOf('\n', matcher.start()) + 1;
        int end = text.indexOf('\n', matcher.start());
        return text.substring(Math.min(start, matcher.start()), end < 0 ? text.length() : end)
                .strip();
    }

    private static List<Platform> withPrompt(List<Platform> among, String line, boolean greeted) {
        return among.stream()
                .filter(platform -> greeted || !isKnownByBannerAlone(platform.recognition()))
                .filter(platform -> shows(platform, line))
                .toList();
    }

    /** Whether the line is a prompt of the platform; an unknown one may be. */
    private static boolean shows(Platform platform, String line) {
        return line.isEmpty()
                || platform.modes().stream().anyMatch(mode -> mode.prompt().matches(line));
    }

    private static boolean isKnownByBannerAlone(Recognition signs) {
        return signs.banner() != null
                && signs.serverVersion() == null
                && signs.command() == null
                && signs.output() == null;
    }

    /** Whether the line does not speak against the platform: nobody describes the menus that some log in to. */
    private boolean mayShow(Platform platform, String line) {
        return shows(platform, line) || withPrompt(platforms(), line, true).isEmpty();
    }

    private static String withoutProtocol(String serverVersion) {
        return PROTOCOL.matcher(Objects.requireNonNull(serverVersion)).replaceFirst("");
    }
}
