package io.jenkins.plugins.networkshell.engine.ssh.link;

import io.jenkins.plugins.networkshell.engine.text.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.schmizz.concurrent.Promise;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.connection.Connection;
import net.schmizz.sshj.connection.ConnectionException;

/**
 * Asks the other side for a sign of life again and again, as OpenSSH's {@code ServerAliveInterval}. SSHJ's own asks at
 * once, before anybody can know that the device is one that breaks on it.
 */
final class KeepAlives {
    /** As OpenSSH's ServerAliveCountMax. */
    private static final int MOST_UNANSWERED = 3;

    private final Connection connection;
    private final Duration interval;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Promise<SSHPacket, ConnectionException>> unanswered = new ArrayList<>();

    private KeepAlives(Connection connection, Duration interval) {
        this.connection = connection;
        this.interval = interval;
    }

    /** @param interval the first is sent after it, too; zero: none is ever sent */
    static KeepAlives start(Connection connection, String address, Duration interval) {
        KeepAlives keepAlives = new KeepAlives(connection, interval);
        if (interval.isZero()) {
            return keepAlives;
        }
        Thread thread = new Thread(keepAlives::run, "network-shell keepalives to " + address);
        thread.setDaemon(true);
        thread.start();
        return keepAlives;
    }

    void stop() {
        stopped.countDown();
    }

    private void run() {
        try {
            while (!stopped.await(interval.toNanos(), TimeUnit.NANOSECONDS)) {
                ask();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does; the thread ends
        } catch (SSHException e) {
            connection.getTransport().die(e);
        }
    }

    private void ask() throws SSHException {
        // A refusal is a sign of life, too, and mostly what comes.
        unanswered.removeIf(promise -> promise.isFulfilled() || promise.inError());
        if (unanswered.size() >= MOST_UNANSWERED) {
            throw new ConnectionException(
                    DisconnectReason.CONNECTION_LOST,
                    MOST_UNANSWERED + " keepalives in a row were not answered, one every " + Durations.text(interval));
        }
        unanswered.add(connection.sendGlobalRequest("keepalive@openssh.com", true, new byte[0]));
    }
}
