package io.jenkins.plugins.networkshell.engine;

/** The cause of an error. Front ends map these to exit codes and build results. */
public enum ErrorKind {
    /** The host's name has no address. */
    UNKNOWN_HOST,
    /** The host answers, but nothing listens on the port. */
    CONNECTION_REFUSED,
    /** No TCP connection within {@code Limits.connect}. */
    CONNECT_TIMEOUT,
    /** Any other failure before the SSH handshake: no route, or a refusal by a proxy or jump host. */
    UNREACHABLE,
    /** Something that does not speak SSH answers on the port. */
    NOT_SSH,
    /** Both sides speak SSH, but agree on no key exchange, host key, cipher or MAC. */
    NO_COMMON_ALGORITHM,
    /** The host's key is not among the known ones, and the policy accepts no new one. */
    HOST_KEY_UNKNOWN,
    /** Another key is known for the host, or its key is revoked. */
    HOST_KEY_CHANGED,
    /** The server accepted none of the credentials, or none could be used. */
    AUTHENTICATION_FAILED,
    /** The server refused a channel, a shell, a command or a subsystem. */
    SHELL_REFUSED,
    /** The shell is open, but no prompt came that could be one. */
    PROMPT_NOT_RECOGNISED,
    /** The device refused a command or a mode, or the command can't be typed there. */
    COMMAND_FAILED,
    /** A limit other than {@code Limits.connect} was exceeded; the message names it. */
    TIMEOUT,
    /** The connection broke, or the device ended the session. */
    CONNECTION_LOST,
    /** A configuration was read, but its end is missing, or it is an error text. */
    CONFIGURATION_INCOMPLETE,
    /** Stopped by its {@link Cancellation}, or by an interrupt of its thread. */
    CANCELLED,
    /** A file could not be read, written, listed or changed on the device. */
    FILE_TRANSFER,
    /** A platform definition, an inventory or another file of the user is invalid. */
    BAD_INPUT
}
