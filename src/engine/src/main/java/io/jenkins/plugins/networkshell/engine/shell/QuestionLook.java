package io.jenkins.plugins.networkshell.engine.shell;

import com.google.re2j.Pattern;

/** What tells a question that nobody described from a prompt: an empty line typed behind it may say yes. */
final class QuestionLook {
    /** {@code [Y/N]:} {@code (yes/no)} {@code [confirm]} {@code [yes]} {@code (y/n)[n]:} */
    private static final Pattern CONFIRMATION = Pattern.compile(
            "(?i)[\\[(](?:y|n|yes|no|confirm|y\\(yes\\))(?:\\s*[/|,].*)?[\\])](?:\\[[yn]])?\\s*[?:]?\\s*$");
    /** {@code Password:} {@code Enter the new passphrase: } */
    private static final Pattern SECRET = Pattern.compile("(?i)(?:password|passphrase|passcode|secret)\\b.*:\\s*$");

    private static final Pattern END = Pattern.compile("[?:]\\s*$");
    /** No line is a question to the end of it that is longer; keeps the patterns off long unfinished lines. */
    private static final int LONGEST = 1024;

    private QuestionLook() {}

    /** Whether the device wants a yes or a no, or a secret: what an empty line would answer, too. */
    static boolean wantsDecision(String line) {
        String end = end(line);
        return CONFIRMATION.matcher(end).find() || SECRET.matcher(end).find();
    }

    /** Whether the device may wait for an answer of any kind. */
    static boolean isQuestion(String line) {
        return wantsDecision(line) || END.matcher(end(line)).find();
    }

    private static String end(String line) {
        return line.substring(Math.max(0, line.length() - LONGEST));
    }
}
