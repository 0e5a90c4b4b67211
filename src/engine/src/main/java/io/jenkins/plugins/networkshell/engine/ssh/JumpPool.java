package io.jenkins.plugins.networkshell.engine.ssh;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.ssh.event.SshLog;
import io.jenkins.plugins.networkshell.engine.ssh.link.JumpHostLostException;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Connections to jump hosts, each shared by all targets behind it: one login per jump host, however many devices are
 * behind it. A lost connection is reopened for the next target. Targets share a connection only if they agree on
 * everything it depends on: user, credentials, host key check.
 *
 * <p>Thread-safe. Close it after use, which ends connections through it that are still open.
 */
public final class JumpPool implements AutoCloseable {
    /** A firewall may silently drop a connection that is idle for a while. */
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);
    /** A disconnect is one packet; a cancelled run does not wait for a jump host that accepts none. */
    private static final Duration CLOSE = Duration.ofMillis(200);

    private final Map<JumpWay, SharedJump> jumps = new HashMap<>();
    private boolean closed;

    /**
     * A request for a connection.
     *
     * @param target the final destination
     */
    record Wish(Target target, ConnectionListener listener, Cancellation cancellation, SshLog log) {
        ConnectionOpener opener(Target hop, SshConnection through) {
            return new ConnectionOpener(target, List.of(hop), through == null ? null : through.link(), listener, log);
        }
    }

    /**
     * Like {@link SshConnection#open}, with the target's jump hosts from the pool. Closing the connection leaves those
     * open.
     *
     * @throws NetworkShellException also a jump host's failure for another target, because a rejected login is not
     *     repeated
     */
    public SshConnection connect(Target target, ConnectionListener listener, Cancellation cancellation, SshLog log)
            throws NetworkShellException {
        return connect(ConnectionOpener.hops(target), new Wish(target, listener, cancellation, log));
    }

    /** Connects to the last hop, through those before it. */
    SshConnection connect(List<Target> hops, Wish wish) throws NetworkShellException {
        Target last = hops.get(hops.size() - 1);
        List<Target> before = hops.subList(0, hops.size() - 1);
        Target hop = last == wish.target() ? last : lasting(last);
        if (before.isEmpty()) {
            return SshConnection.open(wish.opener(hop, null), wish.cancellation(), () -> {});
        }
        SharedJump.Lease lease = jump(before, wish).lease(wish);
        try {
            return SshConnection.open(wish.opener(hop, lease.connection()), wish.cancellation(), lease::close);
        } catch (NetworkShellException e) {
            // The tunnelled connection may fail before the connection to the jump host is marked as closed.
            // A jump host that closes the channels first and itself a moment later looks like a target that hangs up.
            boolean ended = e.kind() == ErrorKind.CONNECTION_LOST || e.kind() == ErrorKind.UNREACHABLE;
            boolean lost = ended && (!lease.connection().isOpen() || JumpHostLostException.isBehind(e));
            lease.close();
            throw lost ? lost(lease.connection().target(), wish.target(), e) : e;
        } catch (RuntimeException e) {
            lease.close();
            throw e;
        }
    }

    private static Target lasting(Target jumpHost) {
        return jumpHost.toBuilder()
                .keepAlive(jumpHost.keepAlive().isZero() ? KEEP_ALIVE : jumpHost.keepAlive())
                .limits(jumpHost.limits().withClose(CLOSE))
                .build();
    }

    /** Not the device's failure, even if it was checking a password, so connecting again may help. */
    private static NetworkShellException lost(Target jumpHost, Target target, NetworkShellException e) {
        return new NetworkShellException(
                ErrorKind.UNREACHABLE,
                target.host(),
                "The connection to the jump host " + jumpHost.address() + " ended while " + target.address()
                        + " was being connected to through it.",
                null,
                e);
    }

    private SharedJump jump(List<Target> hops, Wish wish) {
        synchronized (jumps) {
            SharedJump jump = jumps.computeIfAbsent(
                    JumpWay.of(wish.target().proxy(), hops), way -> new SharedJump(this, List.copyOf(hops)));
            if (closed) {
                jump.close();
            }
            return jump;
        }
    }

    /** Closes all connections, inner ones before the ones they go through. Never throws. */
    @Override
    public void close() {
        Map<Integer, List<SharedJump>> byLength;
        synchronized (jumps) {
            closed = true;
            byLength = jumps.values().stream()
                    .collect(Collectors.groupingBy(
                            SharedJump::length, () -> new TreeMap<>(Comparator.reverseOrder()), Collectors.toList()));
        }
        byLength.values().forEach(JumpPool::closeTogether);
    }

    /** Concurrently, because each one that does not answer takes as long as its limit. */
    private static void closeTogether(List<SharedJump> jumps) {
        List<Thread> closing = new ArrayList<>();
        for (SharedJump jump : jumps) {
            Thread thread = new Thread(jump::close, "network-shell closing a jump host");
            thread.setDaemon(true);
            thread.start();
            closing.add(thread);
        }
        boolean interrupted = false;
        for (Thread thread : closing) {
            interrupted |= !ended(thread);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether it finished in time */
    private static boolean ended(Thread thread) {
        try {
            thread.join();
            return true;
        } catch (InterruptedException e) {
            return false; // the thread continues by itself
        }
    }
}
