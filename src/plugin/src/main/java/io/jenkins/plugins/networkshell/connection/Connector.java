package io.jenkins.plugins.networkshell.connection;

import io.jenkins.plugins.networkshell.config.DurationText;
import io.jenkins.plugins.networkshell.console.ConsoleText;
import io.jenkins.plugins.networkshell.console.SessionConsole;
import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import io.jenkins.plugins.networkshell.engine.error.ShellRefusedException;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.ssh.event.SshLog;
import io.jenkins.plugins.networkshell.engine.target.AlgorithmsInUse;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/** Gets the connection for one call: a separate one, or the shared one of a block. */
public final class Connector {
    private final ConnectionPlan plan;
    private final ConnectionListener listener;
    private final SessionConsole console;
    private final Cancellation cancellation;
    /** Looked up only for a shared connection. */
    private final Supplier<OpenConnections> connections;
    /** The protocol log of a separate connection. */
    private SshLog log = SshLog.NONE;

    Connector(
            ConnectionPlan plan,
            ConnectionListener listener,
            SessionConsole console,
            Cancellation cancellation,
            Supplier<OpenConnections> connections) {
        this.plan = plan;
        this.listener = listener;
        this.console = console;
        this.cancellation = cancellation;
        this.connections = connections;
    }

    public Target target() {
        return plan.target();
    }

    /** Whether the connection existed before this call. */
    private boolean isOpenAlready() {
        return plan.shared() != null && connections.get().isOpen(plan.shared());
    }

    /** Why the connection of this call has ended by itself; null if it has not. */
    BlockTimeoutException expired() {
        return plan.shared() == null ? null : connections.get().expired(plan.shared());
    }

    /**
     * @return a lease that the caller closes
     * @throws IOException if the device rejects the login, or the protocol log can't be written
     */
    public Lease connect() throws IOException {
        if (isOpenAlready()) {
            return connections.get().lease(plan, listener);
        }
        console.say(Messages.Connection_Connecting(plan.target()));
        Lease lease = plan.shared() == null ? own() : connections.get().lease(plan, listener);
        sayWhatWasNegotiated(lease.connection());
        return lease;
    }

    private Lease own() throws IOException {
        log = openLog(plan.sshLog());
        try {
            SshConnection connection = SshConnection.open(plan.targetHere(), listener, cancellation, log);
            return Lease.own(connection, log);
        } catch (IOException | RuntimeException e) {
            log.close();
            throw e;
        }
    }

    private void sayWhatWasNegotiated(SshConnection connection) {
        AlgorithmsInUse used = connection.algorithmsInUse();
        long millis = connection.connectMillis();
        String version = ConsoleText.clean(connection.serverVersion());
        console.say(used.usedMac()
                .map(mac -> Messages.Connection_OpenWithMac(
                        millis, version, used.keyExchange(), used.hostKey(), used.cipher(), mac))
                .orElseGet(() ->
                        Messages.Connection_Open(millis, version, used.keyExchange(), used.hostKey(), used.cipher())));
    }

    /** Opens something on a connection. */
    public interface Opening<T> {
        T run() throws IOException;
    }

    /**
     * Retries if the device opens no channel, because many devices allow only a few at a time. Nothing has happened by
     * then.
     */
    public <T> T whenChannelOpens(Opening<T> opening) throws IOException {
        for (int failed = 1; ; failed++) {
            try {
                return opening.run();
            } catch (ShellRefusedException e) {
                if (e.isChannelOpen() || !waitForRoom(e, failed)) {
                    throw e;
                }
            }
        }
    }

    /**
     * Reports that the device is busy, and waits.
     *
     * @param failed the number of attempts so far
     * @return false if there is no further attempt
     */
    public boolean waitForRoom(NetworkShellException e, int failed) throws CancelledException {
        BusyRetries busy = plan.busy();
        if (failed >= busy.attempts()) {
            return false;
        }
        Duration pause = busy.pauseAfter(failed);
        console.say(Messages.Connection_Busy(e.getMessage(), failed + 1, busy.attempts(), DurationText.format(pause)));
        try {
            if (!cancellation.await(pause)) {
                return true;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new CancelledException(target().host(), "while waiting for room on the device");
    }

    /** Reports at the end whether the protocol log is incomplete: a write error ends the log, not the work. */
    void sayWhatIsMissing() {
        log.failure().ifPresent(e -> console.say(Messages.Connection_SshLogLost(e.getMessage())));
    }

    static SshLog openLog(String file) throws IOException {
        return file == null ? SshLog.NONE : SshLog.to(Path.of(file));
    }
}
