package io.jenkins.plugins.networkshell.engine.session;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.ssh.JumpPool;
import io.jenkins.plugins.networkshell.engine.ssh.ShellChannel;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.ssh.event.SshLog;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.io.IOException;

/**
 * The connection of a session: its own, or one shared with others. The session closes it at its end; a shared one then
 * stays open. For one thread.
 */
public interface SessionConnection extends AutoCloseable {
    /** The current connection; {@link #openShell} may replace it. */
    SshConnection connection();

    /** Opens a shell on a separate channel. Closing the shell leaves the connection open. */
    default ShellChannel openShell(Pty pty) throws IOException {
        return connection().openShell(pty);
    }

    /** Ends the session's use of the connection. */
    @Override
    void close() throws IOException;

    /** Supplies the connection of a session, once. */
    @FunctionalInterface
    interface Source {
        /**
         * @throws io.jenkins.plugins.networkshell.engine.NetworkShellException if the device can't be reached or
         *     rejects the login
         * @throws IOException if a local file, such as a log, can't be written
         */
        SessionConnection connect() throws IOException;

        /**
         * Separate connections for each session.
         *
         * @param listener receives warnings, attempts and questions while connecting
         * @param cancellation ends the connecting, and later every wait of the session
         * @param log of the protocol, closed by its owner after the session; {@link SshLog#NONE} for none
         */
        static Source to(Target target, ConnectionListener listener, Cancellation cancellation, SshLog log) {
            return () -> new OwnConnection(SshConnection.open(target, listener, cancellation, log));
        }

        /** Like the other method, with shared jump hosts of a pool, which stay open. */
        static Source through(JumpPool jumps, Target target, ConnectionListener listener, Cancellation cancellation) {
            return () -> new OwnConnection(jumps.connect(target, listener, cancellation, SshLog.NONE));
        }
    }
}
