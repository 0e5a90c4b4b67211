package io.jenkins.plugins.networkshell.cli.terminal;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException.Reason;

/** The exit codes; the only place that knows the numbers. */
public enum ExitCode {
    OK(0, "Everything was done."),
    COMMAND_FAILED(1, "A command failed on the device, a configuration was incomplete, or devices of a backup failed."),
    USAGE(2, "An option, a file or a variable that was named is wrong."),
    NOT_CONNECTED(3, "The device could not be reached, or no shell could be opened on it."),
    LOGIN_FAILED(4, "The device did not accept the login."),
    HOST_KEY_REJECTED(5, "The device's host key is unknown or has changed."),
    TIMED_OUT(6, "A limit was exceeded, or no prompt showed up."),
    CONNECTION_LOST(7, "The connection ended in the middle of the work."),
    BACKUP_FAILED(9, "More devices of a backup failed than its threshold allows; by default all of them."),
    /** A bug in Network Shell, not an error of the user or the device. The number is {@code EX_SOFTWARE} of sysexits.h. */
    INTERNAL_ERROR(70, "An error in Network Shell itself."),
    CANCELLED(130, "Cancelled with Ctrl-C or by a signal.");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    public int number() {
        return number;
    }

    /** One sentence for the help. */
    public String meaning() {
        return meaning;
    }

    public static ExitCode of(NetworkShellException error) {
        boolean ours = error instanceof FileTransferException failure && failure.reason() == Reason.LOCAL;
        return ours ? USAGE : of(error.kind());
    }

    public static ExitCode of(ErrorKind kind) {
        return switch (kind) {
            case UNKNOWN_HOST,
                    CONNECTION_REFUSED,
                    CONNECT_TIMEOUT,
                    UNREACHABLE,
                    NOT_SSH,
                    NO_COMMON_ALGORITHM,
                    SHELL_REFUSED -> NOT_CONNECTED;
            case HOST_KEY_UNKNOWN, HOST_KEY_CHANGED -> HOST_KEY_REJECTED;
            case AUTHENTICATION_FAILED -> LOGIN_FAILED;
            case PROMPT_NOT_RECOGNISED, TIMEOUT -> TIMED_OUT;
            case CONNECTION_LOST -> CONNECTION_LOST;
            case COMMAND_FAILED, CONFIGURATION_INCOMPLETE, FILE_TRANSFER -> COMMAND_FAILED;
            case CANCELLED -> CANCELLED;
            case BAD_INPUT -> USAGE;
        };
    }
}
