package io.jenkins.plugins.networkshell.engine.shell;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Mode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which lines are prompts of this device. <em>Known</em> are the prompts that were seen before and those that a mode
 * shows with a host name that was seen before: they end a command at once. A line that only fits the platform's
 * <em>general</em> pattern is believed after silence alone.
 */
final class PromptTracker {
    /** No device has longer prompts; keeps patterns off long unfinished lines. */
    private static final int LONGEST = 256;

    private static final String PROMPT_ENDS = ">#$%]";

    /** @param hostStart as much of the host name as the mode shows at least: a cheap look before the pattern */
    private record KnownMode(Pattern prompt, String hostStart) {
        /** With the host name in it: where the name is optional, a bare {@code #} says nothing of this device. */
        boolean isShownIn(String line) {
            if (!line.contains(hostStart)) {
                return false;
            }
            Matcher matcher = prompt.matcher(line);
            return matcher.matches() && matcher.group(Platform.HOST_GROUP) != null;
        }
    }

    private final Set<String> literals = new LinkedHashSet<>();
    private final Set<String> hosts = new LinkedHashSet<>();
    private final List<KnownMode> known = new ArrayList<>();
    private List<Platform> platforms;
    private String current = "";

    /** @param platforms that the device may be of, the likelier first */
    PromptTracker(List<Platform> platforms) {
        this.platforms = List.copyOf(platforms);
    }

    /** The device turned out to be of one platform; what was seen stays known. */
    void setPlatform(Platform recognised) {
        platforms = List.of(recognised);
        known.clear();
        Set<String> seen = new LinkedHashSet<>(literals);
        hosts.clear();
        seen.forEach(this::learnHost);
    }

    /** From now on {@code prompt}, and the prompts of all modes with its host name, are known. */
    void learn(String prompt) {
        current = prompt;
        if (literals.add(prompt)) {
            learnHost(prompt);
        }
    }

    private void learnHost(String prompt) {
        for (Platform platform : platforms) {
            for (Mode mode : platform.modes()) {
                Optional<String> host = mode.host(prompt);
                if (host.isPresent() && hosts.add(host.get())) {
                    platform.modes().stream()
                            .filter(m -> m.prompt().namedGroups().containsKey(Platform.HOST_GROUP))
                            .forEach(m -> known.add(knownMode(m, host.get())));
                }
            }
        }
    }

    private static KnownMode knownMode(Mode mode, String host) {
        boolean cut = mode.hostLimit() > 0 && mode.hostLimit() < host.length();
        return new KnownMode(mode.promptFor(host), cut ? host.substring(0, mode.hostLimit()) : host);
    }

    /** The prompt that was seen last. */
    String current() {
        return current;
    }

    boolean isKnown(String unfinishedLine) {
        String line = unfinishedLine.stripTrailing();
        if (line.isEmpty() || line.length() > LONGEST) {
            return false;
        }
        if (literals.contains(line)) {
            return true;
        }
        // 'abcadmin@web1:~$' fits a pattern, but is output without a line end and the prompt behind it.
        return knownAtEndOf(line).isEmpty() && known.stream().anyMatch(k -> k.isShownIn(line));
    }

    boolean isGeneral(String unfinishedLine) {
        return isKnown(unfinishedLine) || modeOf(unfinishedLine).isPresent();
    }

    /**
     * Whether the line may be a prompt that has changed, so that an empty line may be typed behind it. A question is none:
     * Enter reloads a Cisco. Where the pattern fits any line, the line has to end as prompts do.
     */
    boolean mayBeNew(String unfinishedLine) {
        String line = unfinishedLine.stripTrailing();
        if (isKnown(line)) {
            return true;
        }
        return !QuestionLook.wantsDecision(line)
                && modeOf(line)
                        .filter(m -> !m.fitsAnyLine() || endsAsPrompt(line))
                        .isPresent();
    }

    private static boolean endsAsPrompt(String line) {
        return PROMPT_ENDS.indexOf(line.charAt(line.length() - 1)) >= 0 && line.indexOf('?') < 0;
    }

    /** A prompt that was seen before, at the end of a line of output that the device did not end. */
    Optional<String> knownAtEndOf(String unfinishedLine) {
        String line = unfinishedLine.stripTrailing();
        return literals.stream()
                .filter(p -> line.endsWith(p) && line.length() > p.length())
                .findFirst();
    }

    Optional<Mode> modeOf(String unfinishedLine) {
        String line = unfinishedLine.stripTrailing();
        if (line.isEmpty() || line.length() > LONGEST) {
            return Optional.empty();
        }
        return platforms.stream()
                .flatMap(p -> p.modes().stream())
                .filter(m -> m.prompt().matcher(line).matches())
                .findFirst();
    }
}
