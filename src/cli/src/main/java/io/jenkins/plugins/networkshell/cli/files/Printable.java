package io.jenkins.plugins.networkshell.cli.files;

/** Names from a device, for a terminal. */
final class Printable {
    private Printable() {}

    /** Without the control characters that a file's name may have. */
    static String of(String name) {
        StringBuilder printable = new StringBuilder();
        name.chars().forEach(c -> printable.append(Character.isISOControl(c) ? '?' : (char) c));
        return printable.toString();
    }
}
