package io.jenkins.plugins.networkshell.engine.shell.border;

import java.util.function.Predicate;

/**
 * Recognises the echo of one command: the line that shows a prompt and after it the command. It is the border between
 * the earlier text and the command's own output.
 *
 * <p>Blanks are ignored, because devices wrap echoes with blanks, carriage returns and line ends, so an echo may span
 * several lines.
 */
public final class EchoMatcher {
    /** How a line relates to the echo. */
    public enum Match {
        /** The line does not belong to the echo. */
        NONE,
        /** The line may be the first part of an echo that the device wrapped. */
        BEGUN,
        /** The echo is complete with this line. */
        COMPLETE
    }

    /** What a device shows before an input line: {@code "> "}, a prompt, or nothing. */
    private static final int LONGEST_BEFORE_INPUT = 80;

    private final String command;
    private final String wanted;
    private final String promptAndCommand;
    private final Predicate<String> isPrompt;
    private final boolean input;
    private String wrapped = "";
    private String promptSeen = "";

    /**
     * @param prompt the prompt at which the command was typed
     * @param isPrompt tells whether a text looks like any prompt of the device
     */
    public EchoMatcher(String prompt, String command, Predicate<String> isPrompt) {
        this(prompt, command, isPrompt, false);
    }

    /** For a further line of a command that reads several: the device may show any short text before it, or none. */
    public static EchoMatcher ofInput(String before, String line, Predicate<String> isPrompt) {
        return new EchoMatcher(before, line, isPrompt, true);
    }

    private EchoMatcher(String prompt, String command, Predicate<String> isPrompt, boolean input) {
        this.input = input;
        this.command = command;
        this.wanted = squeeze(command);
        this.promptAndCommand = squeeze(prompt) + wanted;
        this.isPrompt = isPrompt;
        this.promptSeen = prompt;
    }

    /**
     * @param bareAllowed whether the command alone counts too: a message of the device may have come between its prompt
     *     and the echo
     */
    public Match match(String line, boolean bareAllowed) {
        String squeezed = squeeze(line);
        if (!wrapped.isEmpty()) {
            String longer = wrapped + squeezed;
            if (longer.equals(promptAndCommand)) {
                return Match.COMPLETE;
            }
            if (promptAndCommand.startsWith(longer)) {
                wrapped = longer;
                return Match.BEGUN;
            }
            wrapped = "";
        }
        if (squeezed.equals(promptAndCommand)) {
            return Match.COMPLETE;
        }
        if (input) {
            boolean complete = wanted.isEmpty()
                    ? squeezed.isEmpty() || isPrompt.test(line)
                    : squeezed.endsWith(wanted) && squeezed.length() <= wanted.length() + LONGEST_BEFORE_INPUT;
            return complete ? Match.COMPLETE : Match.NONE;
        }
        if (bareAllowed && !command.isEmpty() && line.stripTrailing().equals(command.stripTrailing())) {
            return Match.COMPLETE;
        }
        if (squeezed.endsWith(wanted) && !wanted.isEmpty()) {
            String before = cutFromEnd(line, wanted.length()).stripTrailing();
            if (!before.isEmpty() && isPrompt.test(before)) {
                promptSeen = before;
                return Match.COMPLETE;
            }
        }
        if (promptAndCommand.startsWith(squeezed) && squeezed.length() > promptAndCommand.length() - wanted.length()) {
            wrapped = squeezed;
            return Match.BEGUN;
        }
        return Match.NONE;
    }

    /** The prompt before the echo. */
    public String promptSeen() {
        return promptSeen;
    }

    static String squeeze(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\t') {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    /** Removes that many non-blank characters from the end. */
    static String cutFromEnd(String line, int count) {
        int end = line.length();
        int left = count;
        while (left > 0 && end > 0) {
            char c = line.charAt(--end);
            if (c != ' ' && c != '\t') {
                left--;
            }
        }
        return line.substring(0, end);
    }
}
