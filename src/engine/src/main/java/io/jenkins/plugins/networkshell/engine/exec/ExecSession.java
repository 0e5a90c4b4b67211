package io.jenkins.plugins.networkshell.engine.exec;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.ConnectionLostException;
import io.jenkins.plugins.networkshell.engine.ssh.ExecChannel;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.target.ExecRequest;
import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * Runs commands on exec channels (RFC 4254 section 6.5) of a connection that the caller owns: one channel per command,
 * in sequence or several at a time. Thread-safe.
 */
public final class ExecSession {
    private final SshConnection connection;
    private final LongSupplier nanoClock;

    public ExecSession(SshConnection connection) {
        this(connection, System::nanoTime);
    }

    ExecSession(SshConnection connection, LongSupplier nanoClock) {
        this.connection = connection;
        this.nanoClock = nanoClock;
    }

    /**
     * Runs a command to its end. Memory is constant, however much it prints.
     *
     * @param sink receives the output as it arrives, and its end in any case
     * @return the result, even of a failed command; {@link ExecResult#orThrow()} turns a failure into an exception
     * @throws NetworkShellException {@code SHELL_REFUSED} if the device does not run commands this way, {@code
     *     TIMEOUT}, {@code CANCELLED}, {@code CONNECTION_LOST}, {@code COMMAND_FAILED} if sudo rejects the password
     * @throws IOException thrown by the sink or the input; the command is then abandoned
     */
    public ExecResult run(RemoteCommand command, ExecSink sink) throws IOException {
        ExecProgress progress = new ExecProgress(sink);
        ExecLimits limits = new ExecLimits(connection.target(), command, progress, nanoClock);
        ExecRequest request = new ExecRequest(command.command(), command.pty(), command.environment());
        try (ExecChannel channel = connection.exec(request)) {
            ExecOutput output = ExecOutput.of(connection.target().host(), command, channel, progress);
            try {
                InputPump pump = startInput(command, channel);
                drain(channel, output, limits);
                if (pump != null && pump.failure() != null) {
                    throw pump.failure();
                }
                output.end();
            } finally {
                progress.end();
            }
            return new ExecResult(
                    connection.target().host(),
                    command.command(),
                    channel.exitStatus(),
                    channel.exitSignal(),
                    progress,
                    limits.elapsed());
        } catch (ConnectionLostException e) {
            throw new ConnectionLostException(
                    connection.target().host(),
                    e.getMessage() + " That was after " + (progress.outputBytes() + progress.errorBytes())
                            + " bytes of '" + command.command() + "'.",
                    e);
        }
    }

    private static InputPump startInput(RemoteCommand command, ExecChannel channel) throws IOException {
        if (command.input() != null) {
            return InputPump.start(channel, command.input());
        }
        if (command.sudoPassword() == null) {
            channel.endInput();
        }
        return null;
    }

    private static void drain(ExecChannel channel, ExecOutput output, ExecLimits limits) throws IOException {
        byte[] buffer = new byte[32 * 1024];
        while (true) {
            ExecChannel.Piece piece = channel.read(buffer, limits.longestWait());
            switch (piece.source()) {
                case OUTPUT -> output.output(buffer, piece.count());
                case ERRORS -> output.errors(buffer, piece.count());
                case NOTHING -> {
                    if (limits.areOver()) {
                        // Not all servers deliver it; closing the channel afterwards ends most commands, too.
                        channel.signal("TERM");
                        output.end(); // an incomplete sudo prompt is output, too
                        throw limits.exceeded();
                    }
                    continue;
                }
                case END -> {
                    return;
                }
            }
            limits.heard();
            if (limits.areOver()) {
                channel.signal("TERM");
                throw limits.exceeded();
            }
        }
    }
}
