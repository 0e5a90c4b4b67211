package io.jenkins.plugins.networkshell.engine;

/** What went wrong, one constant per cause. Front ends map these to exit codes and build results. */
public enum ErrorKind {
    UNKNOWN_HOST,
    CONNECTION_REFUSED,
    CONNECT_TIMEOUT,
    /** Any other failure before SSH was spoken: no route, a proxy or jump host that said no. */
    UNREACHABLE,
    /** Something answers on the port, and it does not speak SSH. */
    NOT_SSH,
    NO_COMMON_ALGORITHM,
    HOST_KEY_UNKNOWN,
    HOST_KEY_CHANGED,
    AUTHENTICATION_FAILED,
    SHELL_REFUSED,
    PROMPT_NOT_RECOGNISED,
    COMMAND_FAILED,
    TIMEOUT,
    CONNECTION_LOST,
    CONFIGURATION_INCOMPLETE,
    CANCELLED,
    /** A file could not be read, written, listed or changed on the device. */
    FILE_TRANSFER,
    /** A platform definition, inventory or other file of the user's is wrong. */
    BAD_INPUT
}
