package io.jenkins.plugins.networkshell.engine.shell.prompt;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.dialogue.Mode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known about this device's prompts, from the weakest to the strongest:
 *
 * <ul>
 *   <li>a line <em>may be new</em>: it fits a mode of the platform, or at least ends as prompts do. It is accepted when
 *       an empty line makes the device repeat it;
 *   <li>a prompt is <em>assumed</em>: the platform describes it and the device waits at it, but it may still be a line
 *       of a banner;
 *   <li>a prompt is <em>proven</em>: a command was echoed after it, an empty line made the device repeat it, or the
 *       device was silent after it. From then on it is <em>known</em>, and so are prompts of the same shape and the
 *       prompts of all modes of the platform with its host name. A known prompt ends a command at once.
 * </ul>
 *
 * <p>Not thread-safe.
 */
public final class PromptKnowledge {
    /** No device has longer prompts; keeps patterns from running on long unfinished lines. */
    private static final int LONGEST = 256;
    /** A prompt that no platform describes is shorter than a line of text. */
    private static final int LONGEST_UNDESCRIBED = 120;

    private static final int TELLING_START = 3;

    private static final String STRONG_ENDS = ">#$%";
    /** {@code box1>} {@code ops@web1:~$} {@code [ops@web1 ~]#}, but neither {@code ####} nor {@code 42%} */
    private static final Pattern UNMISTAKABLE =
            Pattern.compile("(?:\\[[^\\[\\]]*\\pL[^\\[\\]]*\\]|[^\\s>#$%]*\\pL[^\\s>#$%]*)[>#$%]");

    private static final String PROMPT_ENDS = ">#$%]:)~»❯➜λ";

    /** @param hostStart the part of the host name that the mode always shows: a cheap check before the pattern */
    private record KnownMode(Pattern prompt, String hostStart) {
        /** With the host name filled in: if the name is optional, a bare {@code #} does not identify this device. */
        boolean isShownIn(String line) {
            if (!line.contains(hostStart)) {
                return false;
            }
            Matcher matcher = prompt.matcher(line);
            return matcher.matches() && matcher.group(Mode.HOST_GROUP) != null;
        }
    }

    private final Set<String> proven = new LinkedHashSet<>();
    private final Set<String> hosts = new LinkedHashSet<>();
    private final List<KnownMode> known = new ArrayList<>();
    private final List<PromptShape> shapes = new ArrayList<>();
    private final PromptLeads leads = new PromptLeads();
    private List<Platform> platforms;
    private String current = "";
    private boolean currentIsProven = true;

    /** @param platforms the possible platforms of the device, the most likely first */
    public PromptKnowledge(List<Platform> platforms) {
        this.platforms = List.copyOf(platforms);
    }

    /** The device turned out to be of one platform; prompts seen so far stay known. */
    public void setPlatform(Platform recognised) {
        platforms = List.of(recognised);
        known.clear();
        hosts.clear();
        proven.forEach(this::learnHost);
    }

    /** The lines above the prompts that belong to them. */
    public PromptLeads leads() {
        return leads;
    }

    /** The device waits at {@code prompt}, which the platform describes; the echo of the next input will confirm it. */
    public void assume(String prompt) {
        current = prompt.stripTrailing();
        currentIsProven = proven.contains(current);
    }

    /** From now on {@code prompt}, prompts of its shape, and the prompts of all modes with its host name are known. */
    public void prove(String prompt) {
        String line = prompt.stripTrailing();
        if (proven.add(line)) {
            proven.stream()
                    .limit(proven.size() - 1L)
                    .flatMap(other -> PromptShape.ofNumbers(other, line).stream())
                    .findFirst()
                    .filter(shape -> shapes.stream().noneMatch(s -> s.fits(line)))
                    .ifPresent(shapes::add);
            learnHost(line);
        }
        current = line;
        currentIsProven = true;
    }

    /** An empty line at the prompt {@code before} produced {@code after}: both are the same prompt. */
    public void prove(String before, String after) {
        String one = before.stripTrailing();
        String other = after.stripTrailing();
        if (!isKnown(one) || !isKnown(other)) {
            PromptShape.of(one, other).ifPresent(shapes::add);
        }
        prove(other);
    }

    /** Whether the two may be sightings of one prompt: equal, or different only in a part that changes. */
    public static boolean maybeSame(String one, String other) {
        String first = one.stripTrailing();
        String second = other.stripTrailing();
        return first.equals(second) || PromptShape.of(first, second).isPresent();
    }

    private void learnHost(String prompt) {
        for (Platform platform : platforms) {
            for (Mode mode : platform.modes()) {
                Optional<String> host = mode.host(prompt);
                if (host.isPresent() && hosts.add(host.get())) {
                    platform.modes().stream()
                            .filter(m -> m.prompt().namedGroups().containsKey(Mode.HOST_GROUP))
                            .forEach(m -> known.add(knownMode(m, host.get())));
                }
            }
        }
    }

    private static KnownMode knownMode(Mode mode, String host) {
        boolean cut = mode.hostLimit() > 0 && mode.hostLimit() < host.length();
        return new KnownMode(mode.promptFor(host), cut ? host.substring(0, mode.hostLimit()) : host);
    }

    /** The most recently seen prompt. */
    public String current() {
        return current;
    }

    /** Whether the most recently seen prompt is more than an assumption. */
    public boolean isProven() {
        return currentIsProven;
    }

    public boolean isKnown(String unfinishedLine) {
        String line = unfinishedLine.stripTrailing();
        if (line.isEmpty() || line.length() > LONGEST) {
            return false;
        }
        if (proven.contains(line) || line.equals(current)) {
            return true;
        }
        // 'abcadmin@web1:~$' fits a pattern, but is output without a line end, followed by the prompt.
        return knownAtEndOf(line).isEmpty()
                && (known.stream().anyMatch(k -> k.isShownIn(line))
                        || shapes.stream().anyMatch(shape -> shape.fits(line)));
    }

    /** Whether the line is known, or fits a mode whose pattern is specific enough. */
    public boolean isDescribed(String unfinishedLine) {
        return isKnown(unfinishedLine)
                || modeOf(unfinishedLine).filter(m -> !m.fitsAnyLine()).isPresent();
    }

    /**
     * Whether the line may be a prompt that was not seen before, so that an empty line may be typed at it. A question
     * does not qualify: Enter would reload a Cisco.
     */
    public boolean mayBeNew(String unfinishedLine) {
        String line = unfinishedLine.stripTrailing();
        if (isKnown(line)) {
            return true;
        }
        if (line.isEmpty() || UndescribedQuestion.wantsDecision(line)) {
            return false;
        }
        return isDescribed(line) || (endsAsPrompt(line) && !UndescribedQuestion.asks(line));
    }

    /** Whether the line looks so much like a new prompt that it can be probed without a long silence. */
    public boolean looksNew(String unfinishedLine) {
        String line = unfinishedLine.stripTrailing();
        return !isKnown(line)
                && mayBeNew(line)
                && (isDescribed(line) || STRONG_ENDS.indexOf(line.charAt(line.length() - 1)) >= 0);
    }

    /**
     * Whether a line that looks new fits the platform, or begins like the previous prompt: {@code box1(admin)#}. A
     * prompt sign alone, such as {@code #} between the sections of a configuration, is not enough.
     */
    public boolean looksLikeAnotherMode(String unfinishedLine) {
        return looksNew(unfinishedLine)
                && unfinishedLine.codePoints().anyMatch(Character::isLetterOrDigit)
                && (isDescribed(unfinishedLine)
                        || current.length() >= TELLING_START
                                && unfinishedLine.startsWith(current.substring(0, TELLING_START)));
    }

    /** Whether the line can hardly be anything but a prompt: one word, or something in brackets, and a prompt sign. */
    public static boolean isUnmistakable(String unfinishedLine) {
        String line = unfinishedLine.stripTrailing();
        return line.length() <= LONGEST_UNDESCRIBED && UNMISTAKABLE.matches(line);
    }

    private static boolean endsAsPrompt(String line) {
        return line.length() <= LONGEST_UNDESCRIBED
                && line.indexOf('?') < 0
                && PROMPT_ENDS.indexOf(line.charAt(line.length() - 1)) >= 0;
    }

    /**
     * Whether the line is a prompt of the platform with a host name that the command mentions: {@code sysname core9}
     * turns {@code [sw1]} into {@code [core9]}.
     */
    public boolean isNamedBy(String command, String unfinishedLine) {
        String line = unfinishedLine.stripTrailing();
        return !isKnown(line)
                && !UndescribedQuestion.wantsDecision(line)
                && modeOf(line)
                        .filter(mode -> !mode.fitsAnyLine())
                        .flatMap(mode -> mode.host(line))
                        .filter(host ->
                                List.of(command.strip().split("[\\s\"']+")).contains(host))
                        .isPresent();
    }

    /** A prompt that was seen before, at the end of a line of output that the device did not end. */
    public Optional<String> knownAtEndOf(String unfinishedLine) {
        String line = unfinishedLine.stripTrailing();
        return proven.stream()
                .filter(p -> line.endsWith(p) && line.length() > p.length() && !leadsToAnotherMode(line, p))
                .findFirst();
    }

    /**
     * Whether the whole line is the prompt of another mode than the one at its end: Firepower shows {@code ftd1>} after
     * {@code >} when the diagnostic command line is entered.
     */
    private boolean leadsToAnotherMode(String line, String prompt) {
        return modeOf(line)
                .filter(mode -> !mode.fitsAnyLine())
                .filter(mode -> !modeOf(prompt).equals(Optional.of(mode)))
                .isPresent();
    }

    /** Whether the line contains a known host name. */
    public boolean namesDevice(String unfinishedLine) {
        return hosts.stream().anyMatch(unfinishedLine::contains);
    }

    /** The mode whose prompt the line is. */
    public Optional<Mode> modeOf(String unfinishedLine) {
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
