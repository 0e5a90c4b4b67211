package io.jenkins.plugins.networkshell.connection;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.ConnectionLostException;
import io.jenkins.plugins.networkshell.engine.error.ShellRefusedException;
import io.jenkins.plugins.networkshell.engine.session.SessionConnection;
import io.jenkins.plugins.networkshell.engine.ssh.ShellChannel;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.ssh.event.SshLog;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import java.io.IOException;

/** A lease on a connection. Closing it closes a separate connection, but leaves a shared one open. For one thread. */
public final class Lease implements SessionConnection {
    private SshConnection connection;
    private final SshLog log;
    private final SharedConnection shared;
    private final ConnectionPlan plan;
    private final ConnectionListener listener;

    private Lease(
            SshConnection connection,
            SshLog log,
            SharedConnection shared,
            ConnectionPlan plan,
            ConnectionListener listener) {
        this.connection = connection;
        this.log = log;
        this.shared = shared;
        this.plan = plan;
        this.listener = listener;
    }

    static Lease own(SshConnection connection, SshLog log) {
        return new Lease(connection, log, null, null, null);
    }

    static Lease shared(
            SshConnection connection, SharedConnection shared, ConnectionPlan plan, ConnectionListener listener) {
        return new Lease(connection, SshLog.NONE, shared, plan, listener);
    }

    @Override
    public SshConnection connection() {
        return connection;
    }

    @Override
    public ShellChannel openShell(Pty pty) throws IOException {
        return open(current -> current.openShell(pty));
    }

    /** Opens something on a connection. */
    public interface ChannelOpening<C> {
        C on(SshConnection connection) throws NetworkShellException;
    }

    /**
     * Opens a channel. Some devices allow only one channel in the lifetime of a connection, others close the connection
     * with its first shell. If this affects a shared connection that nobody else is using, it is reopened once.
     */
    public <C> C open(ChannelOpening<C> opening) throws IOException {
        try {
            return opening.on(connection);
        } catch (ConnectionLostException | ShellRefusedException e) {
            if (!renew()) {
                throw e;
            }
            return opening.on(connection);
        }
    }

    /** @return false if the connection can't be reopened, because it is not shared or another step is using it */
    public boolean renew() throws IOException {
        SshConnection renewed = shared == null ? null : shared.renewed(connection, plan, listener);
        if (renewed == null) {
            return false;
        }
        connection = renewed;
        return true;
    }

    @Override
    public void close() throws IOException {
        if (shared != null) {
            shared.returned();
            return;
        }
        connection.close();
        log.close();
    }
}
