package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.platform.CommandRedactor;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import java.util.List;

/**
 * Decides which commands may be typed before the prompts of the earlier ones arrive: commands that the platform calls
 * harmless and whose output needs no attention while it arrives. See {@code docs/platforms.md}, {@code harmless}.
 */
final class SendAheadPolicy {
    /** Every device keeps this much input for one line, however small its buffer is. */
    private static final int MOST_CHARACTERS = 256;

    private static final int MOST_COMMANDS = 16;
    /**
     * A device may scroll the echo of a line that is longer than a row of the smallest terminal, or echo it in pieces.
     */
    private static final int LONGEST_LINE = 76;

    private final ShellOptions options;

    SendAheadPolicy(ShellOptions options) {
        this.options = options;
    }

    /**
     * Whether the command may be typed before the earlier output has been looked at.
     *
     * @param redactor finds secrets: a command that contains one is never typed where a question may be open
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
