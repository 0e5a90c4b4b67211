package io.jenkins.plugins.networkshell.cli.files;

/** Names from a device, for a terminal. */
final class Printable {
    private Printable() {}

    /** Without the control characters that a file's name may have, and without bytes that are no text. */
    static String of(String name) {
        StringBuilder printable = new StringBuilder();
        name.codePoints().forEach(c -> printable.appendCodePoint(Character.isISOControl(c) || isNoText(c) ? '?' : c));
        return printable.toString();
    }

    /** Without the bytes alone: JSON has words for control characters. */
    static String text(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints().forEach(c -> text.appendCodePoint(isNoText(c) ? '?' : c));
        return text.toString();
    }

    /** The engine has such bytes as lone surrogates, which no charset can write. */
    private static boolean isNoText(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }
}
