package io.jenkins.plugins.networkshell.engine.shell;

/** A device's line as an error shows it: control characters escaped, cut to a length that people read. */
final class Quote {
    private static final int LONGEST = 160;

    private Quote() {}

    static String of(String line) {
        StringBuilder quoted = new StringBuilder("'");
        String cut = line.length() > LONGEST ? "…" + line.substring(line.length() - LONGEST) : line;
        cut.codePoints().forEach(c -> {
            if (c < ' ' || c == 0x7f) {
                quoted.append(String.format("\\x%02x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('\'').toString();
    }
}
