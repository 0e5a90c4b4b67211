package io.jenkins.plugins.networkshell.engine;

/** The cause of an error. Front ends map these to exit codes and build results. */
public enum ErrorKind {
    UNKNOWN_HOST,
    CONNECTION_REFUSED,
    CONNECT_TIMEOUT,
    /** Any other failure before the SSH handshake: no route, or a refusal by a proxy or jump host. */
    UNREACHABLE,
    /** Something that does not speak SSH answers on the port. */
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
    /** A platform definition, an inventory or another file of the user is invalid. */
    BAD_INPUT
}
