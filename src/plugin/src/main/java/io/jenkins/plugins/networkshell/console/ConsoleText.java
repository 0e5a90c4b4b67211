package io.jenkins.plugins.networkshell.console;

/** Makes remote text safe for one line of a build log. */
public final class ConsoleText {
    private ConsoleText() {}

    /**
     * Makes control characters visible, because a device must not control a log. This also prevents the markers of
     * Jenkins' console annotations.
     */
    public static String clean(String text) {
        int first = firstControl(text);
        if (first < 0) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isControl(c)) {
                clean.append(String.format("\\x%02X", (int) c));
            } else {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    private static int firstControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isControl(char c) {
        return c != '\t' && Character.isISOControl(c);
    }
}
