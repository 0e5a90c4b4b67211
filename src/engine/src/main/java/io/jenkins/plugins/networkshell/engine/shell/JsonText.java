package io.jenkins.plugins.networkshell.engine.shell;

/** JSON strings: all of the format that an asciicast needs care for. */
public final class JsonText {
    private static final String HEX = "0123456789abcdef";
    private static final int NIBBLE = 4;

    private JsonText() {}

    public static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 16).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c == '\n') {
                json.append("\\n");
            } else if (c == '\r') {
                json.append("\\r");
            } else if (c < ' ' || c == 0x7f || Character.isSurrogate(c)) {
                json.append("\\u");
                for (int shift = 3 * NIBBLE; shift >= 0; shift -= NIBBLE) {
                    json.append(HEX.charAt(c >> shift & 0xf));
                }
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
