package io.jenkins.plugins.networkshell.engine.backup.capture;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.backup.ChangedBy;
import java.util.List;

/** Finds in a configuration's own text who changed it last. */
public final class LastChange {
    /** Such lines are in the header or the footer; a configuration of 100,000 lines need not be searched as a whole. */
    private static final int LINES_AT_EITHER_END = 200;

    private LastChange() {}

    /**
     * @param patterns with groups named {@code user}, {@code when} or both; the first line that matches one counts
     * @return null if the text does not say
     */
    public static ChangedBy in(String text, List<Pattern> patterns) {
        if (patterns.isEmpty()) {
            return null;
        }
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (i == LINES_AT_EITHER_END && lines.size() > 2 * LINES_AT_EITHER_END) {
                i = lines.size() - LINES_AT_EITHER_END;
            }
            for (Pattern pattern : patterns) {
                Matcher matcher = pattern.matcher(lines.get(i));
                if (matcher.find()) {
                    return new ChangedBy(group(matcher, pattern, "user"), group(matcher, pattern, "when"));
                }
            }
        }
        return null;
    }

    private static String group(Matcher matcher, Pattern pattern, String name) {
        Integer number = pattern.namedGroups().get(name);
        String value = number == null ? null : matcher.group(number);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
