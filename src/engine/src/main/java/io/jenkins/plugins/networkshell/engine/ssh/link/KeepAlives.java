package io.jenkins.plugins.networkshell.engine.ssh.link;

import io.jenkins.plugins.networkshell.engine.ssh.task.WaitingThreads;
import io.jenkins.plugins.networkshell.engine.text.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import net.schmizz.concurrent.Promise;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.connection.Connection;
import net.schmizz.sshj.connection.ConnectionException;

/**
 * Sends keepalives that the server must answer, like OpenSSH's {@code ServerAliveInterval}. SSHJ sends the first one
 * immediately, before it is known whether the device can handle it, and uses a thread per connection; here a thread
 * exists only while one is sent.
 */
final class KeepAlives {
    /** Like OpenSSH's ServerAliveCountMax. */
    private static final int MOST_UNANSWERED = 3;

    /** Empty once stopped, because Java's timer keeps its tasks until they are due and must not keep a connection. */
    private final AtomicReference<Connection> connection;

    private final String address;
    private final Duration interval;
    private final List<Promise<SSHPacket, ConnectionException>> unanswered = new ArrayList<>();

    private KeepAlives(Connection connection, String address, Duration interval) {
        this.connection = new AtomicReference<>(connection);
        this.address = address;
        this.interval = interval;
    }

    /** @param interval also before the first one; zero for none */
    static KeepAlives start(Connection connection, String address, Duration interval) {
        KeepAlives keepAlives = new KeepAlives(connection, address, interval);
        if (!interval.isZero()) {
            keepAlives.schedule();
        }
        return keepAlives;
    }

    void stop() {
        connection.set(null);
    }

    private void schedule() {
        CompletableFuture.delayedExecutor(interval.toNanos(), TimeUnit.NANOSECONDS, this::onThread)
                .execute(this::run);
    }

    /** Sending may block, which the timer must not. */
    private void onThread(Runnable work) {
        if (connection.get() != null) {
            WaitingThreads.start("network-shell keepalive to " + address, work);
        }
    }

    private void run() {
        Connection asked = connection.get();
        if (asked == null) {
            return;
        }
        try {
            ask(asked);
            schedule();
        } catch (SSHException e) {
            asked.getTransport().die(e);
        }
    }

    private void ask(Connection asked) throws SSHException {
        // A refusal is an answer, too, and the usual one.
        unanswered.removeIf(promise -> promise.isFulfilled() || promise.inError());
        if (unanswered.size() >= MOST_UNANSWERED) {
            throw new ConnectionException(
                    DisconnectReason.CONNECTION_LOST,
                    MOST_UNANSWERED + " keepalives in a row were not answered, one every " + Durations.text(interval));
        }
        unanswered.add(asked.sendGlobalRequest("keepalive@openssh.com", true, new byte[0]));
    }
}
