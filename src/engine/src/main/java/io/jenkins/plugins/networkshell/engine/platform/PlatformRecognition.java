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
 * Tells platforms apart for {@code auto}: by the server's version, by what it prints before the first prompt, and by at
 * most two harmless commands. A sign that several platforms share is confirmed by a command: many devices identify
 * themselves as {@code SSH-2.0-Cisco-1.25}, and {@code NAME #} is the prompt of half of them. All functions are pure;
 * the caller communicates with the device.
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
    /** The maximum number of commands that are typed. */
    public static final int MOST_COMMANDS = 2;

    /** A version shown by more platforms than this belongs to a common SSH server and decides nothing. */
    private static final int MOST_OF_ONE_VERSION = 5;

    private final PlatformCatalog catalog;
    /** Outlines: no definition is read before its platform is chosen. The most likely first. */
    private List<Platform> platforms;

    /**
     * @param catalog the platforms to choose from; those without {@code recognise} are never chosen
     */
    public PlatformRecognition(PlatformCatalog catalog) {
        this.catalog = catalog;
    }

    /** Sorted on first use: a session with a device whose platform is named never needs them. */
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

    /** The result so far. */
    public sealed interface Outcome {
        /**
         * The platform is decided.
         *
         * @param signs what identifies it, at least one
         */
        record Decided(Platform platform, List<RecognitionSign> signs) implements Outcome {}

        /**
         * The output of {@code command} decides between {@code candidates}, the most likely first.
         *
         * @param command changes nothing on any of them
         * @param candidates {@linkplain PlatformCatalog#outlines() outlines}
         * @param seen what was seen before any command
         * @param tried the commands before this one
         */
        record Try(String command, List<Platform> candidates, Seen seen, List<String> tried) implements Outcome {}

        /** No known platform; {@code generic} remains. */
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

    /**
     * The {@linkplain PlatformCatalog#outlines() outlines} of all platforms that may be chosen, the most likely first.
     */
    public List<Platform> candidates() {
        return platforms();
    }

    /** The complete platform of an attempt's first candidate: the best guess while its command runs. */
    public Platform likeliest(Outcome.Try attempt) {
        return whole(attempt.candidates().stream()
                .filter(platform ->
                        attempt.command().equals(platform.recognition().command()))
                .findFirst()
                .orElse(attempt.candidates().get(0)));
    }

    /**
     * The platform whose questions are answered before the first prompt: the most likely of the few platforms with such
     * a server.
     *
     * @param serverVersion the SSH identification line, with or without {@code SSH-2.0-}
     */
    public Optional<Platform> likeliest(String serverVersion) {
        List<Platform> byVersion = withPattern(platforms(), Recognition::serverVersion, withoutProtocol(serverVersion));
        return isTelling(byVersion) ? Optional.of(whole(byVersion.get(0))) : Optional.empty();
    }

    /**
     * The only platform with this greeting, while the device asks something before its first prompt.
     *
     * @param serverVersion the SSH identification line, with or without {@code SSH-2.0-}
     * @param preamble the banner, and all lines so far
     */
    public Optional<Platform> byGreeting(String serverVersion, String preamble) {
        List<Platform> byBanner = withPattern(ofServer(withoutProtocol(serverVersion)), Recognition::banner, preamble);
        return byBanner.size() == 1 ? Optional.of(whole(byBanner.get(0))) : Optional.empty();
    }

    /** Removes platforms that name their servers when others match this one. */
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
     * The result of the identification line alone, before the first byte of the shell.
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
     * The result of everything that is known before a command is tried. A platform that names its servers is ruled out
     * when others match this one, and a platform that is recognised by its banner alone is ruled out when that was not
     * printed.
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
        // A system on top of another has the prompts of the lower one; without its own greeting it is taken for the
        // lower one.
        boolean greeted = !byBanner.isEmpty();
        List<Platform> byPrompt = withPrompt(candidates, promptLine, greeted);
        if (byPrompt.isEmpty()) {
            // A prompt that no likely platform shows outweighs the server's version.
            byPrompt = withPrompt(platforms(), promptLine, greeted);
        }
        if (byPrompt.isEmpty() && isTelling(byVersion)) {
            byPrompt = byVersion;
        }
        return next(byPrompt, seen, List.of());
    }

    /**
     * The platform that a command entered in the middle of a session, as far as that is certain without typing
     * anything: a program that reads its own commands may interpret input in any way.
     *
     * @param printed the greeting, or other output of the command
     * @param promptLine the prompt after it, without trailing blanks
     * @param familiar whether the prompt is one of the session's previous platform: then only a greeting counts
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
     * Continues with the output of the command that {@link Outcome.Try} named.
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
     * the command, and {@code generic} would lose its paging, its masking and its questions. Special platforms have the
     * lower rank, and would have been recognised by the output.
     */
    private Optional<Platform> likeliestOfServer(List<Platform> candidates, String version) {
        List<Platform> byVersion = withPattern(platforms(), Recognition::serverVersion, version);
        return isTelling(byVersion)
                ? candidates.stream().filter(byVersion::contains).reduce((special, general) -> general)
                : Optional.empty();
    }

    /** The command that most of them know; among equals, that of the most likely platform. */
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

    /**
     * Whether the line does not rule out the platform: the menus that some devices show after login are not described.
     */
    private boolean mayShow(Platform platform, String line) {
        return shows(platform, line) || withPrompt(platforms(), line, true).isEmpty();
    }

    private static String withoutProtocol(String serverVersion) {
        return PROTOCOL.matcher(Objects.requireNonNull(serverVersion)).replaceFirst("");
    }
}
