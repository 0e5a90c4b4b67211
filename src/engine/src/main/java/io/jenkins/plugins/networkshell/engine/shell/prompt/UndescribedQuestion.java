package io.jenkins.plugins.networkshell.engine.shell.prompt;

import com.google.re2j.Pattern;

/** Tells a question that no platform describes from a prompt: an empty line typed at it may mean yes. */
public final class UndescribedQuestion {
    /** {@code [Y/N]:} {@code (yes/no)} {@code [confirm]} {@code [yes]} {@code (y/n)[n]:} */
    private static final Pattern CONFIRMATION = Pattern.compile(
            "(?i)[\\[(](?:y|n|yes|no|confirm|y\\(yes\\))(?:\\s*[/|,].*)?[\\])](?:\\[[yn]])?\\s*[?:]?\\s*$");
    /** {@code Password:} {@code Enter the new passphrase: } */
    private static final Pattern SECRET = Pattern.compile("(?i)(?:password|passphrase|passcode|secret|pin)\\b.*:\\s*$");
    /** {@code press 'Enter' key to proceed} {@code Hit RETURN} {@code Select an entry >} {@code type yes to accept} */
    private static final Pattern INVITATION = Pattern.compile(
            "(?i)\\b(?:press|hit|enter|type|select|choose|input|provide)\\s+\\S|\\bto (?:proceed|continue|accept|agree)\\b");
    /** {@code login:} {@code Select a menu entry:} but not {@code Ready (7) :} */
    private static final Pattern LABEL = Pattern.compile("\\pL:\\s*$");

    /** How a line such as {@code Press any key to continue...} ends; a sentence that continues ends differently. */
    private static final Pattern END_OF_INVITATION = Pattern.compile("(?:[:>.)\\]]|\\bcontinue|\\bproceed)\\s*$");

    private static final Pattern END = Pattern.compile("[?:]\\s*$");
    /** A longer line does not end in a question; keeps the patterns from running on long unfinished lines. */
    private static final int LONGEST = 1024;

    private UndescribedQuestion() {}

    /** Whether the device expects a yes or no, or a secret: an empty line would be an answer, too. */
    public static boolean wantsDecision(String line) {
        String end = end(line);
        return CONFIRMATION.matcher(end).find() || SECRET.matcher(end).find();
    }

    /** Whether the device asks for a secret. */
    public static boolean wantsSecret(String line) {
        return SECRET.matcher(end(line)).find();
    }

    /** Whether the device asks for anything, so that not even Enter may be pressed at the line. */
    public static boolean asks(String line) {
        String end = end(line);
        return wantsDecision(end)
                || end.stripTrailing().endsWith("?")
                || INVITATION.matcher(end).find()
                || LABEL.matcher(end).find();
    }

    /** Whether the line can only be a question, so that a short silence after it is enough. */
    public static boolean surelyAsks(String line) {
        String end = end(line);
        return wantsDecision(end)
                || end.stripTrailing().endsWith("?")
                || INVITATION.matcher(end).find()
                        && END_OF_INVITATION.matcher(end).find();
    }

    /** Whether the device may wait for an answer of any kind. */
    public static boolean isQuestion(String line) {
        return asks(line) || END.matcher(end(line)).find();
    }

    private static String end(String line) {
        return line.substring(Math.max(0, line.length() - LONGEST));
    }
}
