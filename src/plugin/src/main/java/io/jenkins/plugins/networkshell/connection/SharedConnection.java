package io.jenkins.plugins.networkshell.connection;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.ssh.event.SshLog;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The shared connection of a block. If the device closes it, the next step reopens it. Thread-safe; keeps no
 * credentials while it is closed.
 */
final class SharedConnection {
    /** Held while connecting, which may take long, so waits for it must be interruptible. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Cancellation cancellation = new Cancellation();
    private final AtomicInteger leases = new AtomicInteger();
    private volatile SshConnection connection;
    private volatile BlockTimeoutException expired;
    private SshLog log = SshLog.NONE;

    /** @throws BlockTimeoutException once it has {@linkplain #expire expired} */
    Lease lease(ConnectionPlan plan, ConnectionListener listener) throws IOException {
        lock(plan);
        try {
            if (!isOpen()) {
                open(plan, listener);
            }
            leases.incrementAndGet();
            return Lease.shared(connection, this, plan, listener);
        } finally {
            lock.unlock();
        }
    }

    /** @return null if another step is using the connection */
    SshConnection renewed(SshConnection failed, ConnectionPlan plan, ConnectionListener listener) throws IOException {
        lock(plan);
        try {
            if (connection != failed) {
                return connection; // another step was faster
            }
            if (leases.get() > 1) {
                return null;
            }
            open(plan, listener);
            return connection;
        } finally {
            lock.unlock();
        }
    }

    /** Interrupting a step must also end its wait for another step that is connecting. */
    private void lock(ConnectionPlan plan) throws CancelledException {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(plan.target().host(), "while waiting for the connection");
        }
    }

    private void open(ConnectionPlan plan, ConnectionListener listener) throws IOException {
        if (expired != null) {
            throw expired;
        }
        closeConnection();
        if (log == SshLog.NONE) {
            log = Connector.openLog(plan.sshLog());
        }
        connection = SshConnection.open(plan.targetHere(), listener, cancellation, log);
    }

    private void closeConnection() {
        SshConnection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }

    void returned() {
        leases.decrementAndGet();
    }

    boolean isOpen() {
        SshConnection open = connection;
        return open != null && open.isOpen();
    }

    /** Why it ended before the block; null if it has not. */
    BlockTimeoutException expired() {
        return expired;
    }

    /** The block has reached its limit: ends running work, and opens nothing more. */
    void expire(String host, Duration limit) throws IOException {
        expired = new BlockTimeoutException(host, limit);
        close();
    }

    /**
     * Also ends what is being opened or used.
     *
     * @return why the log of the protocol does not have all; empty where it has
     */
    Optional<Exception> close() throws IOException {
        cancellation.cancel();
        lock.lock();
        try {
            closeConnection();
            log.close();
            return log.failure();
        } finally {
            lock.unlock();
        }
    }
}
