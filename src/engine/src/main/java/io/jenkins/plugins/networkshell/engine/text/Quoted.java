package io.jenkins.plugins.networkshell.engine.text;

/** Makes remote text safe for one line of an error message. */
public final class Quoted {
    private static final int LONGEST = 200;
    private static final int LONGEST_LINE = 160;

    private Quoted() {}

    /** {@code text} in double quotes, control characters escaped, cut after 200 characters. */
    public static String of(String text) {
        StringBuilder out = new StringBuilder("\"");
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        for (int i = 0; i < shown.length(); i++) {
            appendEscaped(out, shown.charAt(i));
        }
        return out.append(text.length() > LONGEST ? "…\"" : "\"").toString();
    }

    /**
     * A device's line in single quotes. Of a long line, the end is shown, where a prompt or a question is; control
     * characters appear as {@code \\x1b}.
     */
    public static String line(String text) {
        StringBuilder out = new StringBuilder("'");
        String shown = text.length() > LONGEST_LINE ? "…" + text.substring(text.length() - LONGEST_LINE) : text;
        shown.codePoints().forEach(c -> {
            if (Character.isISOControl(c)) {
                out.append(String.format("\\x%02x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.append('\'').toString();
    }

    private static void appendEscaped(StringBuilder out, char c) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '"' -> out.append("\\\"");
            default -> {
                if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                    out.append(String.format("\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
