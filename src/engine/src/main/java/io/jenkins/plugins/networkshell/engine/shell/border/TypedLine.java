package io.jenkins.plugins.networkshell.engine.shell.border;

import java.util.function.Predicate;

/**
 * One line of a command, and the place where it is typed.
 *
 * @param promptBefore the text after which it is typed: the prompt, and any output before it on the same line
 * @param handedOn the part of {@code promptBefore} that was already passed on as the end of an output
 * @param input whether the running command reads the line, and not the shell
 */
public record TypedLine(String text, String promptBefore, String handedOn, boolean input) {
    /** @param prompt the part of {@code promptBefore} that is the prompt, if it is known */
    public static TypedLine atPrompt(String text, String promptBefore, String prompt) {
        return new TypedLine(text, promptBefore, before(prompt.stripTrailing(), promptBefore.stripTrailing()), false);
    }

    /** @param before what the command shows before it reads the line, possibly nothing */
    public static TypedLine asInput(String text, String before) {
        return new TypedLine(text, before, "", true);
    }

    private static String before(String prompt, String line) {
        return line.endsWith(prompt) ? line.substring(0, line.length() - prompt.length()) : "";
    }

    /** @param isPrompt tells whether a text looks like any prompt of the device */
    public EchoMatcher echo(Predicate<String> isPrompt) {
        return input
                ? EchoMatcher.ofInput(promptBefore, text, isPrompt)
                : new EchoMatcher(promptBefore, text, isPrompt);
    }
}
