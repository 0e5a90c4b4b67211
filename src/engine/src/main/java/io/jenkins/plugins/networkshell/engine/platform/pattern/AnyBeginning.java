package io.jenkins.plugins.networkshell.engine.platform.pattern;

import com.google.re2j.Pattern;

/** A pattern for a text that may be cut off anywhere. */
public final class AnyBeginning {
    private AnyBeginning() {}

    /** A pattern that matches every beginning of {@code text}: {@code (?:a(?:b(?:c)?)?)?}. */
    public static String of(String text) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            regex.append("(?:").append(Pattern.quote(text.substring(i, i + 1)));
        }
        return regex + ")?".repeat(text.length());
    }
}
