package io.jenkins.plugins.networkshell.engine.ssh;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The connection to one jump host. The first user opens it, while the others wait; if that fails, it fails for all of
 * them. Thread-safe.
 */
final class SharedJump {
    private static final String WAITING = "while waiting for the jump host";

    private final JumpPool pool;
    private final List<Target> hops;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Opened current;
    private Round round;
    private NetworkShellException rejection;
    private boolean closed;

    /** One attempt to open it, shared by all that wait for it. */
    private static final class Round {
        private boolean ended;
        private NetworkShellException failure;
    }

    private static final class Opened {
        private final SshConnection connection;
        private int users;

        Opened(SshConnection connection) {
            this.connection = connection;
        }
    }

    /** @param hops the route to it, including itself */
    SharedJump(JumpPool pool, List<Target> hops) {
        this.pool = pool;
        this.hops = hops;
    }

    /** The number of hosts on the route to it, including itself. */
    int length() {
        return hops.size();
    }

    /** A lease on the connection, until it is closed. */
    final class Lease {
        private final Opened opened;

        private Lease(Opened opened) {
            this.opened = opened;
        }

        SshConnection connection() {
            return opened.connection;
        }

        void close() {
            release(opened);
        }
    }

    Lease lease(JumpPool.Wish wish) throws NetworkShellException {
        while (true) {
            Round mine = null;
            lock.lock();
            try {
                if (closed) {
                    throw new CancelledException(wish.target().host(), WAITING);
                }
                if (rejection != null) {
                    throw same(rejection, wish);
                }
                if (current != null && current.connection.isOpen()) {
                    current.users++;
                    return new Lease(current);
                }
                if (round == null) {
                    mine = new Round();
                    round = mine;
                } else {
                    await(round, wish);
                }
            } finally {
                lock.unlock();
            }
            if (mine != null) {
                open(mine, wish);
            }
        }
    }

    /** Returns when there may be a connection, or when its opener was cancelled, which does not affect the others. */
    @SuppressWarnings("try") // the registration is only there to be closed
    private void await(Round waited, JumpPool.Wish wish) throws NetworkShellException {
        try (Cancellation.Registration registration = wish.cancellation().onCancel(this::wake)) {
            while (!waited.ended && !wish.cancellation().isCancelled()) {
                changed.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(wish.target().host(), WAITING);
        }
        if (wish.cancellation().isCancelled()) {
            throw new CancelledException(wish.target().host(), WAITING);
        }
        if (waited.failure != null && waited.failure.kind() != ErrorKind.CANCELLED) {
            throw same(waited.failure, wish);
        }
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void open(Round mine, JumpPool.Wish wish) throws NetworkShellException {
        SshConnection connection = null;
        try {
            connection = pool.connect(hops, wish);
        } catch (NetworkShellException e) {
            mine.failure = e;
            throw e;
        } finally {
            ended(mine, connection);
        }
    }

    private void ended(Round mine, SshConnection connection) {
        Opened before;
        lock.lock();
        try {
            mine.ended = true;
            round = null;
            before = connection == null ? null : current;
            if (connection != null) {
                current = new Opened(connection);
            }
            if (mine.failure != null && mine.failure.kind() == ErrorKind.AUTHENTICATION_FAILED) {
                rejection = mine.failure;
            }
            changed.signalAll();
            if (before != null && before.users > 0) {
                before = null; // the last user closes it
            }
            if (closed) {
                before = current;
            }
        } finally {
            lock.unlock();
        }
        if (before != null) {
            before.connection.close();
        }
    }

    private void release(Opened opened) {
        boolean unused;
        lock.lock();
        try {
            opened.users--;
            unused = opened.users == 0 && opened != current;
        } finally {
            lock.unlock();
        }
        if (unused) {
            opened.connection.close();
        }
    }

    private static NetworkShellException same(NetworkShellException e, JumpPool.Wish wish) {
        return new NetworkShellException(
                e.kind(), wish.target().host(), e.getMessage(), e.hint().orElse(null), e);
    }

    void close() {
        Opened open;
        lock.lock();
        try {
            closed = true;
            open = current;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (open != null) {
            open.connection.close();
        }
    }
}
