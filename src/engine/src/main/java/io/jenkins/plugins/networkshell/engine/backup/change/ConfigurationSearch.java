package io.jenkins.plugins.networkshell.engine.backup.change;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;

/**
 * Finds lines that match a pattern, in configurations as they are stored (UTF-8). RE2 patterns take time proportional
 * to the text. Thread-safe.
 */
public final class ConfigurationSearch {
    private static final String IGNORE_CASE = "(?i)";
    private static final int LINES_REMEMBERED = 100_000;
    private static final String SPECIAL = "\\^$.|?*+()[]{}";

    private final Pattern pattern;
    private final boolean ignoreCase;
    /** The bytes of the text that every match contains, one character each, in lower case if case is ignored. */
    private final String required;
    /** Whether every line with {@link #required} matches. */
    private final boolean enough;
    /** Caches whether a line matches, because the devices of a network share most of their lines. */
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    /**
     * @param pattern found anywhere in a line
     * @throws IllegalArgumentException if it is not an RE2 pattern; the message is one sentence
     */
    public ConfigurationSearch(String pattern, boolean ignoreCase) {
        this(
                pattern.startsWith(IGNORE_CASE) ? pattern.substring(IGNORE_CASE.length()) : pattern,
                ignoreCase || pattern.startsWith(IGNORE_CASE),
                pattern);
    }

    private ConfigurationSearch(String pattern, boolean ignoreCase, String asGiven) {
        this.pattern = compiled(pattern, ignoreCase, asGiven);
        this.ignoreCase = ignoreCase;
        String text = RequiredText.of(pattern);
        // Beyond ASCII, upper and lower case letters may differ in more than one byte.
        boolean usable = !ignoreCase || text.chars().allMatch(c -> c < 128);
        this.required = usable ? bytes(ignoreCase ? text.toLowerCase(Locale.ROOT) : text) : "";
        this.enough = !ignoreCase
                && !pattern.isEmpty()
                && pattern.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0 || c == '\n');
    }

    private static Pattern compiled(String pattern, boolean ignoreCase, String asGiven) {
        try {
            return Pattern.compile(pattern, ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("'" + asGiven + "' is not a pattern: " + e.getDescription() + ".", e);
        }
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** Whether any line matches. */
    public boolean isIn(byte[] utf8) {
        boolean[] found = new boolean[1];
        scan(text(utf8), line -> {
            found[0] = true;
            return false;
        });
        return found[0];
    }

    /** All matching lines in order, with their sections. */
    public List<SearchHit> in(byte[] utf8) {
        String text = text(utf8);
        List<Integer> starts = new ArrayList<>();
        scan(text, start -> starts.add(start));
        if (starts.isEmpty()) {
            return List.of();
        }
        List<SearchHit> hits = new ArrayList<>();
        List<String> lines = new String(utf8, StandardCharsets.UTF_8).lines().toList();
        Sections sections = Sections.of(lines);
        int number = 0;
        int at = 0;
        for (int start : starts) {
            while (at < start) {
                at = text.indexOf('\n', at) + 1;
                number++;
            }
            hits.add(new SearchHit(number + 1, lines.get(number), sections.path(number)));
        }
        return hits;
    }

    /** One character per byte: fast to create and to search. */
    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.ISO_8859_1);
    }

    /** @param hit receives the start of each matching line; returns false to end the search */
    private void scan(String text, IntPredicate hit) {
        String searched = ignoreCase && !required.isEmpty() ? text.toLowerCase(Locale.ROOT) : text;
        int from = 0;
        while (from < text.length()) {
            int found = required.isEmpty() ? from : searched.indexOf(required, from);
            if (found < 0) {
                return;
            }
            int start = text.lastIndexOf('\n', found - 1) + 1;
            int newline = text.indexOf('\n', found);
            int end = newline < 0 ? text.length() : newline;
            if ((enough || matchesAsBefore(text.substring(start, end))) && !hit.test(start)) {
                return;
            }
            from = end + 1;
        }
    }

    private boolean matchesAsBefore(String bytes) {
        Boolean before = known.get(bytes);
        if (before != null) {
            return before;
        }
        boolean now = matches(bytes);
        if (known.size() < LINES_REMEMBERED) {
            known.put(bytes, now);
        }
        return now;
    }

    /** Not on bytes, because RE2/J 1.8 finds {@code x?^a} in the bytes of {@code üa}. */
    private boolean matches(String bytes) {
        boolean ascii = bytes.chars().allMatch(c -> c < 128);
        String line = ascii ? bytes : new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return pattern.matcher(line).find();
    }
}
