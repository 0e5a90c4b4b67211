package io.jenkins.plugins.networkshell.cli.files;

import io.jenkins.plugins.networkshell.engine.text.ControlCharacters;

/** Names from a device, for a terminal. */
final class Printable {
    private Printable() {}

    /** Without control characters and bytes that are not text. */
    static String of(String name) {
        return ControlCharacters.replaced(name, '?', c -> Character.isISOControl(c) || isLoneByte(c));
    }

    /** Without bytes that are not text; JSON can escape control characters. */
    static String text(String name) {
        return ControlCharacters.replaced(name, '?', Printable::isLoneByte);
    }

    /** The engine represents such bytes as lone surrogates, which no charset can encode. */
    private static boolean isLoneByte(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }
}
