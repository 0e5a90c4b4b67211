package io.jenkins.plugins.networkshell.engine.shell.prompt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines above a prompt that belong to it: Junos prints an empty line and {@code [edit]}, SR Linux {@code --{
 * running }--[  ]--}, a two-line zsh prompt its first line. They are not output.
 *
 * <p>Output may end with the same lines, so they are accepted only when an empty line, typed at the prompt, produces
 * them again: lines that appear between the two prompts as well as above the first one belong to the prompt. Not
 * thread-safe.
 */
public final class PromptLeads {
    /** No prompt has more lines above it. */
    public static final int MOST_LINES = 4;

    private static final int LONGEST_LINE = 160;

    private final Map<String, List<String>> proven = new HashMap<>();
    /** The lines above the last sighting of a prompt whose lead is not proven. */
    private final Map<String, List<String>> suspected = new HashMap<>();

    /** Whether a line above a prompt may belong to it at all: it is empty, or begins as no word does. */
    public static boolean mayBelong(String line) {
        return line.isBlank()
                || line.length() <= LONGEST_LINE
                        && !Character.isLetterOrDigit(line.codePointAt(0))
                        && !Character.isWhitespace(line.charAt(0));
    }

    /**
     * Whether only an empty line typed at the prompt can tell which of the lines above belong to it. Records the
     * sighting.
     *
     * @param above the lines before the prompt that {@link #mayBelong}, the nearest one last
     */
    public boolean needsProof(String prompt, List<String> above) {
        String key = key(prompt);
        List<String> lead = proven.get(key);
        if (lead != null) {
            return !lead.isEmpty() && commonEnd(above, lead) < lead.size();
        }
        if (above.isEmpty()) {
            proven.put(key, List.of());
            return false;
        }
        if (hasAny()) {
            return true;
        }
        List<String> before = suspected.put(key, List.copyOf(above));
        if (before == null) {
            return false;
        }
        boolean suspect = commonEnd(before, above) > 0;
        if (!suspect) {
            proven.put(key, List.of());
        }
        return suspect;
    }

    /** Whether it is known which lines above the prompt belong to it, if any. */
    public boolean isSettled(String prompt) {
        return proven.containsKey(key(prompt));
    }

    /** Records the lines above a prompt without requiring a proof. */
    public void saw(String prompt, List<String> above) {
        suspected.put(key(prompt), List.copyOf(above));
    }

    /**
     * An empty line was typed at the prompt, and the prompt came again.
     *
     * @param above the lines above its first sighting
     * @param between the lines above its second sighting
     */
    public void prove(String prompt, List<String> above, List<String> between) {
        int lines = Math.min(MOST_LINES, commonEnd(above, between));
        proven.put(key(prompt), List.copyOf(between.subList(between.size() - lines, between.size())));
    }

    /**
     * The same if some of the lines above either sighting may be missing: then the lack of common lines proves nothing.
     */
    public void proveBy(String prompt, List<String> above, List<String> between) {
        if (commonEnd(above, between) > 0) {
            prove(prompt, above, between);
        }
    }

    /** How many of the lines above the prompt belong to it. */
    public int count(String prompt, List<String> above) {
        List<String> lead = proven.getOrDefault(key(prompt), List.of());
        return !lead.isEmpty() && commonEnd(above, lead) == lead.size() ? lead.size() : 0;
    }

    /** Whether any prompt of this device has lines above it. */
    public boolean hasAny() {
        return proven.values().stream().anyMatch(lead -> !lead.isEmpty());
    }

    private static int commonEnd(List<String> one, List<String> other) {
        int shorter = Math.min(one.size(), other.size());
        int count = 0;
        while (count < shorter
                && key(one.get(one.size() - 1 - count)).equals(key(other.get(other.size() - 1 - count)))) {
            count++;
        }
        return count;
    }

    /** The lines at the end of {@code lines} that may belong to a prompt. */
    public static List<String> endOf(List<String> lines) {
        List<String> end = new ArrayList<>();
        for (int i = lines.size() - 1; i >= 0 && end.size() < MOST_LINES && mayBelong(lines.get(i)); i--) {
            end.add(0, lines.get(i));
        }
        return end;
    }

    private static String key(String text) {
        return PromptShape.withoutNumbers(text.stripTrailing());
    }
}
