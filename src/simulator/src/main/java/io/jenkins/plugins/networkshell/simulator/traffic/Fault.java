package io.jenkins.plugins.networkshell.simulator.traffic;

/**
 * Faults of a device. Each constant reproduces a defect of real devices, or of equipment in front of them.
 *
 * <p>A bare constant uses the defaults of {@link FaultPlan}; its parameters ({@code afterBytes}, {@code every},
 * {@code command}, {@code text}, {@code connections}) are set on the plan. In a scene the name is written in lower case
 * with hyphens: {@code - {kind: stall, afterBytes: 4096, command: "display current.*"}}.
 */
public enum Fault {
    // --- before SSH begins ---
    /**
     * A port scanner's tarpit, an overloaded control plane or a full accept queue: the connection opens and closes
     * before the server sends anything.
     */
    CLOSE_AFTER_CONNECT,
    /** A frozen SSH task: the kernel accepts the connection, but the server never identifies itself. */
    SILENT,
    /**
     * The wrong port, or a captive portal: a web server answers. {@code text} replaces its answer.
     */
    NOT_SSH,
    /**
     * A vty access list or connection limit that is checked late: the server sends its identification line and closes
     * the connection.
     */
    CLOSE_AFTER_IDENTIFICATION,
    /**
     * A console server or wrapper that prints lines before the identification, which RFC 4253 allows: {@code text}, lines
     * separated by newlines.
     */
    LINES_BEFORE_IDENTIFICATION,
    /**
     * A device that was replaced or reset, or a machine in the middle: presents another host key. {@code skip} is the
     * number of connections that still get the old one.
     */
    CHANGED_HOST_KEY,

    // --- at login ---
    /** An AAA server that is down: every credential is rejected. */
    REJECT_LOGIN,
    /** A device restricted to keys: only {@code publickey} is offered, passwords are not accepted at all. */
    REFUSE_AUTH_METHODS,
    /**
     * All vty lines are in use: after login the device prints a message and hangs up. {@code text} replaces Huawei's
     * wording.
     */
    SESSION_LIMIT,
    /** A user without shell rights: the SSH connection closes as soon as the login succeeds. */
    CLOSE_AFTER_LOGIN,

    // --- opening the shell ---
    /** A device without free pseudo terminals: the {@code pty-req} is refused. */
    REFUSE_PTY,
    /** A user whose service type is SFTP only: the {@code shell} request is refused. */
    REFUSE_SHELL,
    /** An exhausted CLI process: the shell shows its message of the day, but no prompt follows. */
    NEVER_PROMPTS,
    /**
     * A device busy with authorisation, or a chassis that queries its standby first: the prompt is late by {@code
     * every}; with {@code command}, only the prompt after a matching command.
     */
    DELAY_BEFORE_PROMPT,
    /** A terminal server line with echo off: input is not echoed. */
    NO_ECHO,

    // --- while output flows ---
    /**
     * A firewall that dropped the connection, a reload, a cable: TCP closes without an SSH disconnect after {@code
     * afterBytes} of shell output.
     */
    DROP_CONNECTION,
    /**
     * The CLI process dies: the channel closes normally in the middle of a command, after {@code afterBytes}.
     */
    HANG_UP,
    /**
     * An idle or absolute timer fires: the server sends {@code SSH_MSG_DISCONNECT} with {@code text} after
     * {@code afterBytes}.
     */
    DISCONNECT,
    /**
     * A half-dead server: it sends end-of-file after {@code afterBytes}, and then closes neither the channel nor the
     * connection.
     */
    EOF_WITHOUT_CLOSE,
    /**
     * A control plane at 100 %: after {@code afterBytes} the device sends nothing more, and the connection stays open.
     */
    STALL,
    /** A 9600 baud console behind an SSH gateway: one byte {@code every} 10 ms. */
    TRICKLE,
    /**
     * Output that is split at the worst places: every escape sequence, carriage return, backspace and multi-byte
     * character is split between two SSH packets, {@code every} apart.
     */
    SPLIT_SEQUENCES,
    /**
     * The terminal monitor is on: log lines ({@code text}) appear in the middle of the output after {@code afterBytes}.
     */
    SYSLOG_BURST,
    /** After an hour or a gigabyte, the server exchanges keys in the middle of output. */
    REKEY,

    // --- the client's side of the line ---
    /**
     * A small embedded server: its channel window holds {@code afterBytes} (default 64) bytes, so that long input
     * arrives in many small pieces.
     */
    TINY_WINDOW,
    /**
     * Huawei SmartAX: a keepalive request ends the connection instead of being answered.
     */
    DROP_ON_KEEPALIVE;

    /** The name in scenes, for example {@code drop-connection}. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
