package io.jenkins.plugins.networkshell.engine.backup.change;

/**
 * The longest text that every match of a pattern must contain. Searching for it first is many times faster than
 * applying the pattern to each line: RE2/J reads some 10 to 20 MB per second, and 2,000 configurations are 100 MB.
 */
final class RequiredText {
    private static final String SPECIAL = "\\^$.|?*+()[]{}";

    private final String pattern;
    private String longest = "";
    private StringBuilder run = new StringBuilder();

    private RequiredText(String pattern) {
        this.pattern = pattern;
    }

    /** @return empty if no such text is known */
    static String of(String pattern) {
        // Flags change the meaning of what follows, and \\Q quotes.
        boolean plain = !pattern.contains("(?") && !pattern.contains("\\Q");
        return plain ? new RequiredText(pattern).find() : "";
    }

    private String find() {
        int i = 0;
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length() && isPunctuation(pattern.charAt(i + 1))) {
                i = literal(pattern.charAt(i + 1), i + 2);
            } else if (c == '\\') {
                endRun();
                i = afterEscape(i + 1);
            } else if (c == '(' || c == '[') {
                endRun();
                i = c == '(' ? afterGroup(i) : afterClass(i);
            } else if (c == '|') {
                return ""; // neither alternative needs the text of the other
            } else if (SPECIAL.indexOf(c) >= 0) {
                endRun();
                i = c == '{' ? Math.max(i, pattern.indexOf('}', i)) + 1 : i + 1;
            } else {
                i = literal(c, i + 1);
            }
        }
        endRun();
        return longest;
    }

    /** A character that a quantifier follows may be absent. */
    private int literal(char c, int next) {
        char quantifier = next < pattern.length() ? pattern.charAt(next) : ' ';
        if (quantifier == '*' || quantifier == '?' || quantifier == '{') {
            endRun();
        } else {
            run.append(c);
        }
        return next;
    }

    private void endRun() {
        if (run.length() > longest.length()) {
            longest = run.toString();
        }
        run = new StringBuilder();
    }

    private static boolean isPunctuation(char c) {
        return c < 128 && !Character.isLetterOrDigit(c);
    }

    /**
     * {@code \pN}, {@code \p{Greek}}, {@code \x{10FFFF}}, {@code \x41}, {@code \123}: anything that may be part of one
     * is skipped.
     */
    private int afterEscape(int place) {
        int next = place + 1;
        if (next < pattern.length() && pattern.charAt(next) == '{') {
            return Math.max(next, pattern.indexOf('}', next)) + 1;
        }
        while (next < pattern.length() && Character.digit(pattern.charAt(next), 16) >= 0) {
            next++;
        }
        return pattern.startsWith("p", place) || pattern.startsWith("P", place) ? Math.max(next, place + 2) : next;
    }

    private int afterGroup(int place) {
        int depth = 0;
        int i = place;
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                i = afterClass(i) - 1;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i + 1;
            }
            i++;
        }
        return i;
    }

    private int afterClass(int place) {
        int i = place + 1;
        i += i < pattern.length() && pattern.charAt(i) == '^' ? 1 : 0;
        i += i < pattern.length() && pattern.charAt(i) == ']' ? 1 : 0; // first, it stands for itself
        while (i < pattern.length() && pattern.charAt(i) != ']') {
            if (pattern.startsWith("[:", i)) {
                i = Math.max(i, pattern.indexOf(":]", i)) + 1;
            } else if (pattern.charAt(i) == '\\') {
                i++;
            }
            i++;
        }
        return i + 1;
    }
}
