package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.platform.CommandRedactor;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import java.util.List;

/**
 * Which commands may be typed before the prompts of those before them have come: those that the platform calls harmless, with
 * nothing that asks for a look at what comes. See {@code docs/platforms.md}, {@code harmless}.
 */
final class AheadPolicy {
    /** So much a device keeps for a line of its own, however small it is. */
    private static final int MOST_CHARACTERS = 256;

    private static final int MOST_COMMANDS = 16;
    /** A line that is longer than a row of the smallest terminal may be echoed scrolled, or in pieces. */
    private static final int LONGEST_LINE = 76;

    private final ShellOptions options;

    AheadPolicy(ShellOptions options) {
        this.options = options;
    }

    /**
     * Whether the command may be typed without a look at what came before.
     *
     * @param redactor finds secrets: a command that holds one is not typed at what may be a question
     */
    boolean allows(Command command, Platform platform, CommandRedactor redactor) {
        String text = command.text();
        return platform.session().typeAhead().takes(text)
                && command.lines().size() == 1
                && text.equals(text.strip())
                && text.chars().allMatch(c -> c >= ' ' && c <= '~')
                && !bringsHelp(text, platform)
                && redactor.redact(text).equals(text)
                && command.answers().isEmpty()
                && command.timeout() == null
                && !command.expectsDisconnect()
                && options.answers().isEmpty();
    }

    private static boolean bringsHelp(String text, Platform platform) {
        String key = platform.terminal().helpKey();
        return !key.isEmpty() && text.contains(key);
    }

    /** How many of the next commands may be typed together. */
    int together(List<Command> next, Platform platform, CommandRedactor redactor, String prompt) {
        int count = 0;
        int characters = 0;
        for (Command command : next.subList(0, Math.min(next.size(), MOST_COMMANDS))) {
            int length = command.text().length();
            characters += length + 1;
            if (characters > MOST_CHARACTERS
                    || prompt.length() + length > LONGEST_LINE
                    || !allows(command, platform, redactor)) {
                break;
            }
            count++;
        }
        return count;
    }
}
