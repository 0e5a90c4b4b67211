package io.jenkins.plugins.networkshell.engine.platform.dialogue;

import com.google.re2j.Pattern;
import java.io.Serializable;

/**
 * What a device asks, and the answer.
 *
 * @param pattern found in the unfinished line at which the device waits
 * @param command must be found in the running command for the question to apply; null: at any time, login included.
 *     Devices ask {@code Are you sure to continue?[Y/N]} after {@code save} and after {@code reboot}.
 * @param answer the text to type; null if a secret is typed
 * @param secret the name of the secret to type ({@code enable}, {@code password}); null if a text is typed
 * @param newline whether Enter follows the answer
 * @param hidden whether the device does not echo the answer
 * @param times the maximum number of times in one session
 * @param notice a message for the user when it was answered, or null
 */
public record Question(
        Pattern pattern,
        Pattern command,
        String answer,
        String secret,
        boolean newline,
        boolean hidden,
        int times,
        String notice)
        implements Serializable {
    public Question(
            Pattern pattern, String answer, String secret, boolean newline, boolean hidden, int times, String notice) {
        this(pattern, null, answer, secret, newline, hidden, times, notice);
    }

    /**
     * Whether the device asks this question now.
     *
     * @param line the unfinished line
     * @param runningCommand the command that was typed last; null or empty if none is running
     */
    public boolean isAsked(String line, String runningCommand) {
        return pattern.matcher(line).find()
                && (command == null
                        || (runningCommand != null
                                && command.matcher(runningCommand.strip()).find()));
    }
}
