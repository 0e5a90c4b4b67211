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
 * The connection that a session uses: one of its own, or one that is shared with others. The session closes it at its
 * end; a shared one then stays open. For one thread.
 */
public interface SessionConnection extends AutoCloseable {
    /** The connection as it is now; {@link #openShell} may put a new one in its place. */
    SshConnection connection();

    /** Opens a shell on a channel of its own. Closing the shell leaves the connection open. */
    default ShellChannel openShell(Pty pty) throws IOException {
        return connection().openShell(pty);
    }

    /** Ends the session's use of the connection. */
    @Override
    void close() throws IOException;

    /** Where a session gets its connection from, once. */
    @FunctionalInterface
    interface Source {
        /**
         * @throws io.jenkins.plugins.networkshell.engine.NetworkShellException when the device can't be reached or lets
         *     us not in
         * @throws IOException when a local file, such as a log, can't be written
         */
        SessionConnection connect() throws IOException;

        /**
         * Connections of the session's own.
         *
         * @param listener hears of warnings, attempts and questions while connecting
         * @param cancellation ends the connecting, and later every wait of the session
         * @param log of the protocol, closed by its owner after the session; {@link SshLog#NONE} for none
         */
        static Source to(Target target, ConnectionListener listener, Cancellation cancellation, SshLog log) {
            return () -> new OwnConnection(SshConnection.open(target, listener, cancellation, log));
        }

        /** The same, with the jump hosts of a pool, which are shared and stay open. */
        static Source through(JumpPool jumps, Target target, ConnectionListener listener, Cancellation cancellation) {
            return () -> new OwnConnection(jumps.connect(target, listener, cancellation, SshLog.NONE));
        }
    }
}
