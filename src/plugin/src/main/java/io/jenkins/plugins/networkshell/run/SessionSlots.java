package io.jenkins.plugins.networkshell.run;

import hudson.AbortException;
import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.networkshell.config.DurationText;
import io.jenkins.plugins.networkshell.config.NetworkShellConfiguration;
import io.jenkins.plugins.networkshell.config.SessionPolicy;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Counts the sessions of all builds, and enforces the administrator's limits. A session acquires all its slots at once,
 * so that two sessions never wait for each other. Thread-safe.
 */
@Extension
public final class SessionSlots {
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition released = lock.newCondition();
    private final Map<String, Integer> taken = new HashMap<>();

    /**
     * A limit that a session counts toward.
     *
     * @param key of the counter
     * @param name in sentences
     * @param most concurrent sessions; null for any number
     */
    private record Claim(String key, String name, Integer most) {}

    /** The slot of a running session; closing it releases the slot. */
    public interface Slot extends AutoCloseable {
        @Override
        void close();
    }

    public static SessionSlots get() {
        return ExtensionList.lookupSingleton(SessionSlots.class);
    }

    /** @throws AbortException in one sentence, if sessions may not run on that machine */
    public void checkMayRun(ExecutionNode node) throws AbortException {
        checkMayRun(node.nodeName());
    }

    /**
     * @param nodeName empty for the controller
     * @throws AbortException in one sentence, if sessions may not run on that machine
     */
    public void checkMayRun(String nodeName) throws AbortException {
        boolean allowed = NetworkShellConfiguration.get().getSessions().isAllowOnController();
        if (nodeName.isEmpty() && !allowed) {
            throw new AbortException(Messages.SessionSlots_NotOnController());
        }
    }

    /**
     * The maximum number of concurrent sessions on a machine.
     *
     * @param nodeName empty for the controller
     * @return null for any number
     */
    public Integer most(String nodeName) {
        SessionPolicy policy = NetworkShellConfiguration.get().getSessions();
        return nodeName.isEmpty() ? policy.getMaxOnController() : policy.getMaxPerAgent();
    }

    /**
     * Waits until a session may run.
     *
     * @param tell receives one sentence with the reason, if it waits
     * @throws AbortException if it may not run there, or has waited for as long as a session may take; the message is
     *     one sentence
     */
    public Slot take(ExecutionNode node, Target target, Consumer<String> tell)
            throws AbortException, InterruptedException {
        checkMayRun(node);
        SessionPolicy policy = NetworkShellConfiguration.get().getSessions();
        List<Claim> claims = List.of(
                new Claim("node " + node.nodeName(), node.name(), most(node.nodeName())),
                new Claim(
                        "device " + target.address().toLowerCase(Locale.ROOT),
                        target.address(),
                        policy.getMaxPerDevice()));
        return take(claims, target.limits().session(), tell);
    }

    private Slot take(List<Claim> claims, Duration limit, Consumer<String> tell)
            throws AbortException, InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = limit.toNanos();
            boolean told = false;
            for (Optional<Claim> full = full(claims); full.isPresent(); full = full(claims)) {
                if (!told) {
                    tell.accept(Messages.SessionSlots_Waiting(
                            full.get().name(), full.get().most()));
                    told = true;
                }
                if (left <= 0) {
                    throw new AbortException(Messages.SessionSlots_TooLong(
                            full.get().name(), full.get().most(), DurationText.format(limit)));
                }
                left = released.awaitNanos(left);
            }
            claims.forEach(claim -> taken.merge(claim.key(), 1, Integer::sum));
        } finally {
            lock.unlock();
        }
        return new Taken(claims);
    }

    private Optional<Claim> full(List<Claim> claims) {
        return claims.stream()
                .filter(claim -> claim.most() != null && taken.getOrDefault(claim.key(), 0) >= claim.most())
                .findFirst();
    }

    private void release(List<Claim> claims) {
        lock.lock();
        try {
            claims.forEach(claim -> taken.computeIfPresent(
                    claim.key(), (key, count) -> count == 1 ? null : Integer.valueOf(count - 1)));
            released.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private final class Taken implements Slot {
        private List<Claim> claims;

        Taken(List<Claim> claims) {
            this.claims = claims;
        }

        @Override
        public synchronized void close() {
            release(claims);
            claims = List.of();
        }
    }
}
