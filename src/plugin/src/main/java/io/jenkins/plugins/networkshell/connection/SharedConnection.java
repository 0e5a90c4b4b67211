package io.jenkins.plugins.networkshell.connection;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.CancelledException;
import io.jenkins.plugins.networkshell.engine.ssh.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.ssh.SshLog;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The connection that the steps of a block share. When the device has closed it, the next step opens it anew. Thread-safe.
 */
final class SharedConnection implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Cancellation cancellation = new Cancellation();
    private SshLog log = SshLog.NONE;
    private SshConnection connection;
    private int leases;

    Lease lease(ConnectionPlan plan, ConnectionListener listener) throws IOException {
        lock(plan);
        try {
            if (connection == null || !connection.isOpen()) {
                open(plan, listener);
            }
            leases++;
            return Lease.shared(connection, this, plan, listener);
        } finally {
            lock.unlock();
        }
    }

    /** @return null when somebody else uses the connection now */
    SshConnection renewed(SshConnection failed, ConnectionPlan plan, ConnectionListener listener) throws IOException {
        lock(plan);
        try {
            if (connection != failed) {
                return connection; // another step was faster
            }
            if (leases > 1) {
                return null;
            }
            open(plan, listener);
            return connection;
        } finally {
            lock.unlock();
        }
    }

    /** Interrupting a step must end also its wait for another step that is connecting. */
    private void lock(ConnectionPlan plan) throws CancelledException {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(plan.target().host(), "while waiting for the connection");
        }
    }

    private void open(ConnectionPlan plan, ConnectionListener listener) throws IOException {
        closeConnection();
        if (log == SshLog.NONE) {
            log = Connector.openLog(plan.sshLog());
        }
        connection = SshConnection.open(plan.targetHere(), listener, cancellation, log);
    }

    private void closeConnection() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    void returned() {
        lock.lock();
        try {
            leases--;
        } finally {
            lock.unlock();
        }
    }

    boolean isOpen() {
        lock.lock();
        try {
            return connection != null && connection.isOpen();
        } finally {
            lock.unlock();
        }
    }

    /** Ends also what is being opened or used. */
    @Override
    public void close() throws IOException {
        cancellation.cancel();
        lock.lock();
        try {
            closeConnection();
            log.close();
        } finally {
            lock.unlock();
        }
    }
}
