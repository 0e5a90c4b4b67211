package io.jenkins.plugins.networkshell.simulator.traffic;

/**
 * What can go wrong with a device, each constant for a defect that real devices, or what stands before them, show.
 *
 * <p>A bare constant uses the defaults of {@link FaultPlan}; its parameters ({@code afterBytes}, {@code every},
 * {@code command}, {@code text}, {@code connections}) are set on the plan. In a scene the name is written in lower case
 * with hyphens: {@code - {kind: stall, afterBytes: 4096, command: "display current.*"}}.
 */
public enum Fault {
    // --- before SSH begins ---
    /**
     * A port scanner's tarpit, an overloaded control plane or a full accept queue: the connection opens and closes again
     * before the server said anything.
     */
    CLOSE_AFTER_CONNECT,
    /** A frozen SSH task: the kernel accepts the connection, the server's identification never comes. */
    SILENT,
    /**
     * The wrong port, or a captive portal: a web server answers. {@code text} replaces what it says.
     */
    NOT_SSH,
    /**
     * A vty access list or connection limiter that is checked late: the identification line comes, then the connection
     * closes.
     */
    CLOSE_AFTER_IDENTIFICATION,
    /**
     * A console server or wrapper that prints lines before the identification, which RFC 4253 allows: {@code text}, lines
     * separated by newlines.
     */
    LINES_BEFORE_IDENTIFICATION,
    /**
     * A device that was replaced or reset, or a machine in the middle: another host key is shown. {@code skip} says how
     * many connections still see the old one.
     */
    CHANGED_HOST_KEY,

    // --- at login ---
    /** An AAA server that is down: every credential is refused, whatever it is. */
    REJECT_LOGIN,
    /** A device locked down to keys: only {@code publickey} is offered, passwords are not even tried. */
    REFUSE_AUTH_METHODS,
    /**
     * All vty lines are taken: after login the device prints why and hangs up. {@code text} replaces Huawei's wording.
     */
    SESSION_LIMIT,
    /** A user without shell rights: the SSH connection closes as soon as the login succeeded. */
    CLOSE_AFTER_LOGIN,

    // --- opening the shell ---
    /** A device that has no pseudo terminals to give: the {@code pty-req} is refused. */
    REFUSE_PTY,
    /** A user whose service type is SFTP only: the {@code shell} request is refused. */
    REFUSE_SHELL,
    /** The shell opens and shows its message of the day, but no prompt follows: an exhausted CLI process. */
    NEVER_PROMPTS,
    /**
     * A device busy with authorisation or a chassis that asks its standby first: the prompt comes {@code every} late;
     * with {@code command} only the prompt after a command that matches.
     */
    DELAY_BEFORE_PROMPT,
    /** A terminal server line with echo off: nothing that is typed comes back. */
    NO_ECHO,

    // --- while output flows ---
    /**
     * A firewall that forgot the connection, a reload, a cable: TCP closes without an SSH goodbye after
     * {@code afterBytes} of shell output.
     */
    DROP_CONNECTION,
    /**
     * The CLI process dies: the channel is closed properly, in the middle of a command, after {@code afterBytes}.
     */
    HANG_UP,
    /**
     * An idle or absolute timer fires: the server sends {@code SSH_MSG_DISCONNECT} with {@code text} after
     * {@code afterBytes}.
     */
    DISCONNECT,
    /**
     * A half-dead server: it says end-of-file after {@code afterBytes}, and then neither closes the channel nor the
     * connection.
     */
    EOF_WITHOUT_CLOSE,
    /** A control plane at 100 %: after {@code afterBytes} nothing more comes, and the connection stays open. */
    STALL,
    /** A 9600 baud console behind an SSH gateway: one byte {@code every} 10 ms. */
    TRICKLE,
    /**
     * Output that is cut where it hurts: every escape sequence, carriage return, backspace and multi-byte character is
     * split between two SSH packets, {@code every} apart.
     */
    SPLIT_SEQUENCES,
    /**
     * The terminal monitor is on: {@code text}, some log lines, appears in the middle of the output after
     * {@code afterBytes}.
     */
    SYSLOG_BURST,
    /** An hour has passed or a gigabyte has flowed: the server exchanges keys in the middle of output. */
    REKEY,

    // --- the client's side of the line ---
    /**
     * A small embedded server: its channel window holds {@code afterBytes} (default 64) bytes, so long input arrives in
     * many small pieces.
     */
    TINY_WINDOW,
    /**
     * Huawei SmartAX: a keepalive request ends the connection instead of being answered.
     */
    DROP_ON_KEEPALIVE;

    /** The name as a scene writes it, for instance {@code drop-connection}. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
