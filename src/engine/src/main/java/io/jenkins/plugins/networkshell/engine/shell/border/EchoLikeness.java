package io.jenkins.plugins.networkshell.engine.shell.border;

/**
 * Whether a line may be the echo of a command that the device shows changed. Devices scroll a long line and mark the
 * cut ({@code R1#$0000 | include x}), complete and expand words ({@code sh ver} becomes {@code show version}), or draw
 * it in a way that a terminal of another width garbles.
 *
 * <p>Only its position makes such a line the echo: it is the line that held the prompt when the command was typed.
 */
public final class EchoLikeness {
    /** The marks that devices print where they cut a scrolled line. */
    private static final String SCROLL_MARKS = "$<>{}…";
    /** This much of the command in one piece is not a coincidence. */
    private static final int TELLING_PIECE = 8;

    private EchoLikeness() {}

    /** @param shown the line, without the prompt */
    public static boolean resembles(String shown, String command) {
        String line = EchoMatcher.squeeze(shown);
        String wanted = EchoMatcher.squeeze(command);
        if (line.isEmpty() || wanted.isEmpty()) {
            return false;
        }
        return isWrittenOut(shown, command) || isScrolled(line, wanted) || hasTellingPiece(line, wanted);
    }

    /** Each word begins as it was typed. */
    private static boolean isWrittenOut(String shown, String command) {
        String[] words = shown.strip().split("\\s+");
        String[] typed = command.strip().split("\\s+");
        if (words.length != typed.length) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (!words[i].regionMatches(true, 0, typed[i], 0, typed[i].length())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isScrolled(String line, String wanted) {
        boolean cutBefore = SCROLL_MARKS.indexOf(line.charAt(0)) >= 0;
        boolean cutBehind = SCROLL_MARKS.indexOf(line.charAt(line.length() - 1)) >= 0;
        String rest =
                line.substring(cutBefore ? 1 : 0, Math.max(cutBefore ? 1 : 0, line.length() - (cutBehind ? 1 : 0)));
        if (rest.isEmpty() || rest.length() >= wanted.length()) {
            return false;
        }
        return cutBefore && wanted.endsWith(rest)
                || cutBehind && wanted.startsWith(rest)
                || cutBefore && cutBehind && wanted.contains(rest);
    }

    private static boolean hasTellingPiece(String line, String wanted) {
        if (wanted.length() < TELLING_PIECE) {
            return line.contains(wanted);
        }
        for (int from = 0; from + TELLING_PIECE <= wanted.length(); from++) {
            if (line.contains(wanted.substring(from, from + TELLING_PIECE))) {
                return true;
            }
        }
        return false;
    }
}
