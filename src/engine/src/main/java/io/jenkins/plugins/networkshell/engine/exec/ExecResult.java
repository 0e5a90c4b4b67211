package io.jenkins.plugins.networkshell.engine.exec;

import io.jenkins.plugins.networkshell.engine.error.ExecFailedException;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** How a command ended. Immutable, serializable. */
public final class ExecResult implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int BY_SIGNAL = 128;

    private final String host;
    private final String command;
    private final Integer status;
    private final String signal;
    private final long outputBytes;
    private final long errorBytes;
    private final Duration elapsed;
    private final String lastLine;

    ExecResult(
            String host,
            String command,
            OptionalInt status,
            Optional<String> signal,
            ExecProgress progress,
            Duration elapsed) {
        this.host = host;
        this.command = command;
        this.status = status.isPresent() ? status.getAsInt() : null;
        this.signal = signal.orElse(null);
        this.outputBytes = progress.outputBytes();
        this.errorBytes = progress.errorBytes();
        this.lastLine = progress.lastLine();
        this.elapsed = elapsed;
    }

    public String command() {
        return command;
    }

    /** Empty if a signal ended the command, or the device did not report a status. */
    public OptionalInt exitStatus() {
        return status == null ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** The signal that ended the command, without {@code SIG}. */
    public Optional<String> exitSignal() {
        return Optional.ofNullable(signal);
    }

    /** Number of bytes of standard output. */
    public long outputBytes() {
        return outputBytes;
    }

    /** Number of bytes of standard error. */
    public long errorBytes() {
        return errorBytes;
    }

    /** The time from opening the channel to its end. */
    public Duration elapsed() {
        return elapsed;
    }

    /** Whether the command ended with anything but status 0. Without a reported status, it did not fail. */
    public boolean failed() {
        return signal != null || status != null && status != 0;
    }

    /**
     * One number, like in a shell: the exit status; after a signal, 128 plus the signal's number (129 if the number
     * depends on the system); 0 if the device did not report one.
     */
    public int shellStatus() {
        if (signal == null) {
            return status == null ? 0 : status;
        }
        return BY_SIGNAL
                + switch (signal) {
                    case "INT" -> 2;
                    case "QUIT" -> 3;
                    case "ILL" -> 4;
                    case "ABRT" -> 6;
                    case "FPE" -> 8;
                    case "KILL" -> 9;
                    case "SEGV" -> 11;
                    case "PIPE" -> 13;
                    case "ALRM" -> 14;
                    case "TERM" -> 15;
                    default -> 1;
                };
    }

    /**
     * @return this, if the command did not fail
     * @throws ExecFailedException if it failed; the message quotes the last line
     */
    public ExecResult orThrow() throws ExecFailedException {
        if (failed()) {
            String how = signal == null ? "ended with status " + status : "was ended by the signal " + signal;
            throw new ExecFailedException(
                    host,
                    "'" + command + "' " + how + " on " + host
                            + (lastLine.isEmpty() ? "; it printed nothing." : "; its last line: " + lastLine),
                    shellStatus());
        }
        return this;
    }
}
