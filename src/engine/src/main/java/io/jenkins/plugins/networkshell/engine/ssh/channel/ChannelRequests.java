package io.jenkins.plugins.networkshell.engine.ssh.channel;

import io.jenkins.plugins.networkshell.engine.target.ExecRequest;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.schmizz.concurrent.Event;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.transport.TransportException;

/** Starts what an open channel is for: a shell, a command or a subsystem (RFC 4254, section 6). For one thread. */
public final class ChannelRequests {
    private static final String NO_SHELL =
            "The account may be limited to single commands or file transfer; try the command without a shell (exec).";
    private static final String NO_EXEC = "Many network devices want their commands typed into a shell.";

    private final DeviceChannel channel;

    public ChannelRequests(DeviceChannel channel) {
        this.channel = channel;
    }

    /** Asks for terminal and shell back to back and then waits for both answers: one round trip instead of two. */
    public void shell(Pty pty, long timeoutMillis) throws SSHException, RequestRefusedException {
        Event<ConnectionException> terminal = requestTerminal(pty);
        Event<ConnectionException> shell = channel.request("shell", null);
        answer(terminal, "a terminal (PTY)", NO_SHELL, timeoutMillis);
        answer(shell, "a shell", NO_SHELL, timeoutMillis);
    }

    /** As {@link #shell}: all requests go out at once. */
    public void command(ExecRequest command, long timeoutMillis) throws SSHException, RequestRefusedException {
        Event<ConnectionException> terminal = command.pty() == null ? null : requestTerminal(command.pty());
        for (Map.Entry<String, String> variable : command.environment().entrySet()) {
            channel.notice(
                    "env", new Buffer.PlainBuffer().putString(variable.getKey()).putString(variable.getValue()));
        }
        Event<ConnectionException> exec =
                channel.request("exec", new Buffer.PlainBuffer().putString(command.command()));
        if (terminal != null) {
            answer(terminal, "a terminal (PTY)", NO_EXEC, timeoutMillis);
        }
        answer(exec, "to run a command without a shell (exec)", NO_EXEC, timeoutMillis);
    }

    public void subsystem(String name, long timeoutMillis) throws SSHException, RequestRefusedException {
        answer(
                channel.request("subsystem", new Buffer.PlainBuffer().putString(name)),
                "the subsystem " + name,
                "The device does not offer it, or the account may not use it.",
                timeoutMillis);
    }

    private Event<ConnectionException> requestTerminal(Pty pty) throws TransportException {
        return channel.request(
                "pty-req",
                new Buffer.PlainBuffer()
                        .putString(pty.type())
                        .putUInt32(pty.width())
                        .putUInt32(pty.height())
                        .putUInt32(0)
                        .putUInt32(0)
                        .putBytes(new byte[] {0}));
    }

    private static void answer(Event<ConnectionException> event, String what, String hint, long timeoutMillis)
            throws RequestRefusedException, ConnectionException {
        try {
            event.await(timeoutMillis, TimeUnit.MILLISECONDS);
        } catch (ConnectionException e) {
            if (e.getDisconnectReason() == DisconnectReason.UNKNOWN
                    && !(e.getCause() instanceof InterruptedException)) {
                throw new RequestRefusedException(what, hint, e);
            }
            throw e;
        }
    }
}
