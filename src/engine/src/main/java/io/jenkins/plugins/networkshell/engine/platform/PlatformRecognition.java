package io.jenkins.plugins.networkshell.engine.platform;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Recognition;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * How {@code auto} tells platforms apart: by the server's version, by what it prints before the first prompt, by the
 * prompt, and at last by one harmless command. Pure functions; whoever calls them does the talking.
 *
 * <pre>{@code
 * Outcome outcome = recognition.start("OpenSSH_9.2p1", "", "edge-1#");
 * if (outcome instanceof Outcome.Try attempt) {
 *     outcome = recognition.decide(attempt.candidates(), shell.run(attempt.command()));
 * }
 * }</pre>
 */
public final class PlatformRecognition {
    private static final Pattern PROTOCOL = Pattern.compile("^SSH-[0-9.]+-");

    private final PlatformCatalog catalog;
    /** Outlines: no definition is read before its platform is chosen. */
    private final List<Platform> platforms;

    /**
     * @param catalog the platforms to choose from; those without {@code recognise} are never chosen
     */
    public PlatformRecognition(PlatformCatalog catalog) {
        this.catalog = catalog;
        this.platforms = catalog.outlines().stream()
                .filter(platform -> platform.recognition().takesPart())
                .sorted(Comparator.comparingInt(
                        platform -> platform.recognition().rank()))
                .toList();
    }

    /** What is known so far. */
    public sealed interface Outcome {
        /** It is this one. */
        record Decided(Platform platform) implements Outcome {}

        /**
         * The output of {@code command} decides between {@code candidates}, the likeliest first.
         *
         * @param command changes nothing on any of them
         * @param candidates {@linkplain PlatformCatalog#outlines() outlines}
         */
        record Try(String command, List<Platform> candidates) implements Outcome {}

        /** None that is known; {@code generic} is what is left. */
        record Unknown() implements Outcome {}
    }

    /** The {@linkplain PlatformCatalog#outlines() outlines} of all that may be chosen, the likeliest first. */
    public List<Platform> candidates() {
        return platforms;
    }

    /** The whole of the first candidate of an attempt: the best guess for as long as its command runs. */
    public Platform likeliest(Outcome.Try attempt) {
        return whole(attempt.candidates().get(0));
    }

    private Platform whole(Platform outline) {
        return catalog.find(outline.name()).orElseThrow();
    }

    private Outcome decided(Platform outline) {
        return new Outcome.Decided(whole(outline));
    }

    /**
     * What the identification line alone says, before the first byte of the shell.
     *
     * @param serverVersion the SSH identification line, with or without {@code SSH-2.0-}
     * @return {@link Outcome.Decided} when exactly one platform has such a server, otherwise {@link Outcome.Unknown}
     */
    public Outcome byServerVersion(String serverVersion) {
        String version = withoutProtocol(serverVersion);
        List<Platform> fit = withPattern(platforms, Recognition::serverVersion, version);
        return fit.size() == 1 ? decided(fit.get(0)) : new Outcome.Unknown();
    }

    /**
     * All that can be said before a command is tried. The server's version decides when exactly one platform has such a
     * server. A platform that names its servers is out when others fit this one.
     *
     * @param serverVersion the SSH identification line, with or without {@code SSH-2.0-}; empty where unknown
     * @param preamble the banner, and all lines before the first prompt; empty where there are none
     * @param promptLine the prompt, without trailing blanks; empty where unknown
     */
    public Outcome start(String serverVersion, String preamble, String promptLine) {
        Outcome first = byServerVersion(serverVersion);
        if (first instanceof Outcome.Decided) {
            return first;
        }
        String version = withoutProtocol(serverVersion);
        List<Platform> candidates = platforms;
        if (!withPattern(platforms, Recognition::serverVersion, version).isEmpty()) {
            candidates = platforms.stream()
                    .filter(p -> p.recognition().serverVersion() == null
                            || found(p.recognition().serverVersion(), version))
                    .toList();
        }
        List<Platform> byBanner = withPattern(candidates, Recognition::banner, preamble);
        if (byBanner.size() == 1) {
            return decided(byBanner.get(0));
        }
        if (!byBanner.isEmpty()) {
            candidates = byBanner;
        }
        if (promptLine.isEmpty()) {
            return next(candidates, promptLine);
        }
        List<Platform> byPrompt = withPrompt(candidates, promptLine);
        // A prompt that no likely platform shows weighs more than the server's version.
        return next(byPrompt.isEmpty() ? withPrompt(platforms, promptLine) : byPrompt, promptLine);
    }

    /**
     * Decides by the output of the command that {@link Outcome.Try} named.
     *
     * @param candidates those of the {@code Try}
     * @param output all that the device printed for it
     */
    public Outcome decide(List<Platform> candidates, String output) {
        List<Platform> fit = withPattern(candidates, Recognition::output, output);
        return fit.isEmpty() ? new Outcome.Unknown() : decided(fit.get(0));
    }

    private Outcome next(List<Platform> candidates, String promptLine) {
        // A prompt alone is weak evidence; a platform that can be asked is asked.
        if (candidates.size() == 1
                && (candidates.get(0).recognition().command() == null
                        || candidates.get(0).modes().stream().anyMatch(mode -> mode.isOwn(promptLine)))) {
            return decided(candidates.get(0));
        }
        // The command that most of them know: it tells the most.
        Map<String, Integer> votes = new LinkedHashMap<>();
        for (Platform platform : candidates) {
            if (platform.recognition().command() != null) {
                votes.merge(platform.recognition().command(), 1, Integer::sum);
            }
        }
        // On equal terms the first wins, which is the likeliest platform's.
        return votes.entrySet().stream()
                .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
                .<Outcome>map(vote -> new Outcome.Try(vote.getKey(), candidates))
                .orElseGet(Outcome.Unknown::new);
    }

    private static List<Platform> withPattern(
            List<Platform> among, Function<Recognition, Pattern> pattern, String text) {
        return among.stream()
                .filter(platform -> found(pattern.apply(platform.recognition()), text))
                .toList();
    }

    private static boolean found(Pattern pattern, String text) {
        return pattern != null && pattern.matcher(text).find();
    }

    private static List<Platform> withPrompt(List<Platform> among, String line) {
        return among.stream()
                .filter(platform ->
                        platform.modes().stream().anyMatch(mode -> mode.prompt().matches(line)))
                .toList();
    }

    private static String withoutProtocol(String serverVersion) {
        return PROTOCOL.matcher(Objects.requireNonNull(serverVersion)).replaceFirst("");
    }
}
