package io.jenkins.plugins.networkshell.engine.shell.border;

import io.jenkins.plugins.networkshell.engine.shell.prompt.PromptKnowledge;
import java.util.ArrayList;
import java.util.List;

/** Finds the echoes of lines that were typed together. Not thread-safe. */
final class EchoSearch {
    /** A longer line is not an echo: only short commands are typed together. */
    private static final int LONGEST_ECHO = 160;

    /** The marks that devices print where they cut a scrolled line. */
    private static final char SCROLL_MARK = '$';

    /**
     * @param outputBefore the text before the prompt on its line
     * @param damaged whether the beginning of the command is missing: something consumed it, so the command did not run
     */
    record Weak(String outputBefore, boolean damaged) {}

    private final List<String> typed = new ArrayList<>();
    private final List<String> squeezed = new ArrayList<>();
    private final int ours;
    private final PromptKnowledge prompts;

    /** @param commands that were typed; the one that is {@link #add added} is the engine's own */
    EchoSearch(List<String> commands, PromptKnowledge prompts) {
        this.ours = commands.size();
        this.prompts = prompts;
        commands.forEach(this::add);
    }

    void add(String line) {
        typed.add(line);
        squeezed.add(EchoMatcher.squeeze(line));
    }

    int size() {
        return typed.size();
    }

    String typed(int index) {
        return typed.get(index);
    }

    /** Whether the line looks like the echo of any of them. */
    boolean isAnyEcho(String text) {
        if (text.length() > LONGEST_ECHO) {
            return false;
        }
        String shown = EchoMatcher.squeeze(text);
        for (int line = 0; line < typed.size(); line++) {
            if (shown.endsWith(squeezed.get(line)) && isEcho(text, line)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the line looks like the echo of this one. */
    boolean isEcho(String text, int line) {
        return outputBefore(text, line) != null;
    }

    /**
     * The text before the prompt in the line of the echo; null if the line is not the echo of that command. Output
     * without a line end may precede only the engine's own command: for the others it is a weaker sign.
     */
    String outputBefore(String text, int line) {
        String wanted = squeezed.get(line);
        if (!EchoMatcher.squeeze(text).endsWith(wanted)) {
            return null;
        }
        String before = EchoMatcher.cutFromEnd(text, wanted.length()).stripTrailing();
        // When the engine's command is typed again, a message of the device may appear between the prompt and it.
        if (prompts.isKnown(before) || line > ours && text.stripTrailing().equals(typed.get(line))) {
            return "";
        }
        return line < ours
                ? null
                : prompts.knownAtEndOf(before)
                        .map(prompt -> before.substring(0, before.length() - prompt.length()))
                        .orElse(null);
    }

    /**
     * Whether a line may be the echo of a command that was not echoed as it was typed.
     *
     * @return null if it is not
     */
    Weak weak(String text, int line) {
        if (text.length() > LONGEST_ECHO) {
            return null;
        }
        String command = typed.get(line);
        if (text.stripTrailing().equals(command)) {
            return new Weak("", false); // a message of the device followed the prompt
        }
        String prompt = prompts.current();
        if (text.startsWith(prompt)) {
            String shown = text.substring(prompt.length()).strip();
            if (isDamaged(EchoMatcher.squeeze(shown), squeezed.get(line))) {
                return new Weak("", true);
            }
            return EchoLikeness.resembles(shown, command) ? new Weak("", false) : null;
        }
        if (!EchoMatcher.squeeze(text).endsWith(squeezed.get(line))) {
            return null;
        }
        String before =
                EchoMatcher.cutFromEnd(text, squeezed.get(line).length()).stripTrailing();
        return prompts.knownAtEndOf(before)
                .map(end -> new Weak(before.substring(0, before.length() - end.length()), false))
                .orElse(null);
    }

    private static boolean isDamaged(String shown, String wanted) {
        return !shown.isEmpty()
                && shown.length() < wanted.length()
                && shown.charAt(0) != SCROLL_MARK
                && wanted.endsWith(shown);
    }
}
