package io.jenkins.plugins.networkshell.hostkeys;

import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.networkshell.config.NetworkShellConfiguration;
import io.jenkins.plugins.networkshell.engine.target.HostKey;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking.Policy;
import io.jenkins.plugins.networkshell.engine.target.HostKeyStore.Marker;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.target.openssh.KnownHostsLine;
import io.jenkins.plugins.networkshell.engine.target.openssh.MemoryHostKeys;
import io.jenkins.plugins.networkshell.knownhosts.InvalidKnownHostsException;
import io.jenkins.plugins.networkshell.knownhosts.KnownHostsLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/**
 * The host keys of the devices, one store on the controller for all agents. A session gets a {@link #snapshot()} and
 * returns the keys that it {@linkplain #learn learned} or {@linkplain #refused refused}; agents never write here.
 *
 * <p>Thread-safe. Kept in {@code network-shell/known_hosts} of the Jenkins home and written as a whole, atomically.
 */
@Extension
public final class HostKeyDatabase {
    private static final Logger LOGGER = Logger.getLogger(HostKeyDatabase.class.getName());

    private final KeyFile file;
    private KeyTable table;

    public HostKeyDatabase() {
        file = new KeyFile(Jenkins.get().getRootDir().toPath().resolve("network-shell"));
        try {
            table = new KeyTable(file.read());
        } catch (IOException e) {
            // Not an empty store, because accept-new would then trust every device again.
            throw new UncheckedIOException("The known host keys of network devices could not be read.", e);
        }
    }

    public static HostKeyDatabase get() {
        return ExtensionList.lookupSingleton(HostKeyDatabase.class);
    }

    /** All trusted keys, including the managed known hosts of the configuration; it may be sent to an agent. */
    public MemoryHostKeys snapshot() {
        String page = Messages.HostKeyManagement_DisplayName();
        return new MemoryHostKeys(
                List.of(
                        // No page shows the lines of the file, so a line number would be useless.
                        new MemoryHostKeys.Source(current().knownHosts(), "on the page " + page + " of Jenkins", false),
                        new MemoryHostKeys.Source(managed(), "managed known hosts of Jenkins", true)),
                "have an administrator approve the key on the page " + page + " of Jenkins" + waitingKeysUrl());
    }

    /**
     * The end of a sentence: a colon and the page of waiting keys, or nothing if Jenkins does not know its own address.
     */
    public static String waitingKeysUrl() {
        String root = Jenkins.get().getRootUrl();
        return root == null ? "" : ": " + root + waitingKeysPath();
    }

    /** The page of waiting keys, below the root of Jenkins. */
    public static String waitingKeysPath() {
        return "manage/" + HostKeyManagement.URL + "/?show=waiting";
    }

    /**
     * Stores the keys that a session accepted at its first connection. Agents are not trusted beyond that: only keys
     * for the device or a jump host of the session count, only under the policy {@code accept-new}, and only if no key
     * is known by now.
     *
     * @param knownHostsLines as returned by {@link MemoryHostKeys#learned()}
     * @param origin the {@linkplain hudson.model.Run#getExternalizableId() id of the build}
     */
    public void learn(Target target, String knownHostsLines, String origin) {
        learn(List.of(target), knownHostsLines, origin);
    }

    /** Stores the keys of sessions with many devices. */
    public void learn(Collection<Target> targets, String knownHostsLines, String origin) {
        Set<String> hosts = hosts(targets, one -> one.hostKeys().policy() == Policy.ACCEPT_NEW);
        List<KnownKey> learned = plain(knownHostsLines, KeyState.LEARNED, origin).stream()
                .filter(key -> hosts.contains(key.hosts()))
                .toList();
        String managed = managed();
        change(before -> {
            KeyTable after = before;
            for (KnownKey key : learned) {
                after = after.learn(key, managed);
            }
            return after;
        });
    }

    /** The devices and jump hosts of sessions, as written in {@code known_hosts}. */
    private static Set<String> hosts(Collection<Target> targets, Predicate<Target> which) {
        return targets.stream()
                .flatMap(target -> Stream.concat(Stream.of(target), target.jumps().stream()))
                .filter(which)
                .map(one -> HostKey.hostField(one.host(), one.port()))
                .collect(Collectors.toSet());
    }

    /**
     * Records a key that a session refused, unknown or changed, so that an administrator can approve it.
     *
     * @param knownHostsLine the key of the device or of a jump host of the session
     * @param origin the {@linkplain hudson.model.Run#getExternalizableId() id of the build}
     */
    public void refused(Target target, String knownHostsLine, String origin) {
        refused(List.of(target), knownHostsLine, origin);
    }

    /** Records the refused keys of sessions with many devices, one per line. */
    public void refused(Collection<Target> targets, String knownHostsLines, String origin) {
        Set<String> hosts = hosts(targets, one -> true);
        List<KnownKey> refused = plain(knownHostsLines, KeyState.REFUSED, origin).stream()
                .filter(key -> hosts.contains(key.hosts()))
                .toList();
        change(before -> {
            KeyTable after = before;
            for (KnownKey key : refused) {
                after = after.refuse(key);
            }
            return after;
        });
    }

    /** In the order of arrival. */
    public List<KnownKey> keys() {
        return current().keys();
    }

    /** Trusts keys. A refused key replaces the host's other keys. */
    public void approve(Collection<String> ids, String user) {
        change(before -> before.approve(Set.copyOf(ids), new Approval(user, now())));
    }

    public void remove(String id) {
        change(before -> before.remove(id));
    }

    /** The trusted keys, for comparison with those that wait for a decision. */
    TrustedKeys trusted() {
        return new TrustedKeys(keys(), managed());
    }

    /**
     * Adds keys that an administrator vouches for.
     *
     * @param text in the format of {@code known_hosts}
     * @return how many keys the text holds
     */
    public int add(String text, String origin) throws InvalidKnownHostsException {
        List<KnownKey> added = new ArrayList<>();
        for (KnownHostsLine line : KnownHostsLines.parse(text)) {
            added.addAll(keys(line, KeyState.APPROVED, origin));
        }
        change(before -> before.add(added));
        return added.size();
    }

    private static List<KnownKey> plain(String text, KeyState state, String origin) {
        List<KnownKey> keys = new ArrayList<>();
        try {
            for (KnownHostsLine line : KnownHostsLines.parse(text)) {
                keys.addAll(keys(line, state, origin));
            }
        } catch (InvalidKnownHostsException e) {
            LOGGER.log(Level.WARNING, "A session of {0} returned host keys that cannot be read: {1}", new Object[] {
                origin, e.getMessage()
            });
            return List.of();
        }
        keys.removeIf(key -> key.marker() != Marker.NONE || !key.isForOneHost());
        return keys;
    }

    /** A list of hosts becomes one entry per host, so that each can be removed and replaced separately. */
    private static List<KnownKey> keys(KnownHostsLine line, KeyState state, String origin) {
        Instant now = now();
        KnownKey whole = new KnownKey(line.marker(), line.hosts(), line.key(), state, now, origin);
        if (line.hosts().contains("!") || line.hosts().startsWith("|")) {
            return List.of(whole);
        }
        List<KnownKey> keys = new ArrayList<>();
        for (String host : line.hosts().split(",")) {
            keys.add(new KnownKey(line.marker(), host, line.key(), state, now, origin));
        }
        return keys;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private synchronized KeyTable current() {
        return table;
    }

    private synchronized void change(UnaryOperator<KeyTable> change) {
        KeyTable after = change.apply(table);
        if (after.equals(table)) {
            return;
        }
        try {
            file.write(after.keys());
        } catch (IOException e) {
            throw new UncheckedIOException("The host keys of network devices could not be stored.", e);
        }
        table = after;
    }

    private static String managed() {
        return NetworkShellConfiguration.get().getKnownHosts() + "\n";
    }
}
