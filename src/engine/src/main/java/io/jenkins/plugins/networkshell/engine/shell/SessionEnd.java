package io.jenkins.plugins.networkshell.engine.shell;

import com.google.re2j.Pattern;

/** Commands that end the session, in the wording that most devices use. */
final class SessionEnd {
    private static final Pattern LOGOUT = Pattern.compile("(?i)\\s*(?:exit|quit|logout|logoff|bye|lo)\\s*");
    /** {@code reload in 5} {@code request system reboot} {@code execute shutdown} {@code system reboot} */
    private static final Pattern RESTART = Pattern.compile("(?i)\\s*(?:[a-z]+\\s+){0,2}"
            + "(?:rel(?:oad?)?|reb(?:oot)?|restart|reset|shutdown|halt|poweroff|power-off|power-cycle)\\b.*");

    private SessionEnd() {}

    /** Whether the command logs out. */
    static boolean isLogout(String command) {
        return LOGOUT.matches(command);
    }

    /**
     * Whether the command logs out or restarts the device: a disconnect is then a success if the user confirmed the
     * command.
     */
    static boolean mayBe(String command) {
        return isLogout(command) || RESTART.matches(command);
    }
}
