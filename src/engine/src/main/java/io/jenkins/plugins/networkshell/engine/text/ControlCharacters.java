package io.jenkins.plugins.networkshell.engine.text;

import java.util.function.IntPredicate;

/** Makes remote text safe for a terminal, a log or a file name: it must not move the cursor. */
public final class ControlCharacters {
    private ControlCharacters() {}

    /** {@code text} with {@code substitute} for each control character. */
    public static String replaced(String text, char substitute) {
        return replaced(text, substitute, Character::isISOControl);
    }

    /** {@code text} with {@code substitute} for each code point that {@code unsafe} accepts. */
    public static String replaced(String text, char substitute, IntPredicate unsafe) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> safe.appendCodePoint(unsafe.test(c) ? substitute : c));
        return safe.toString();
    }
}
