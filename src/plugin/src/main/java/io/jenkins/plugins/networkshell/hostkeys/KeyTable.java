package io.jenkins.plugins.networkshell.hostkeys;

import io.jenkins.plugins.networkshell.engine.target.HostKeyStore.Entry;
import io.jenkins.plugins.networkshell.engine.target.HostKeyStore.Marker;
import io.jenkins.plugins.networkshell.engine.target.openssh.MemoryHostKeys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The keys of the database and the rules for changes. Immutable: each change returns a new table. */
record KeyTable(List<KnownKey> keys) {
    /**
     * Limits refused keys, because a device that presents a new key at each connection must not fill the disk: the
     * oldest ones are dropped.
     */
    static final int REFUSED_KEPT = 1000;

    KeyTable {
        keys = List.copyOf(keys);
    }

    Optional<KnownKey> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /** The trusted keys in the format of {@code known_hosts}, for sessions. */
    String knownHosts() {
        return keys.stream()
                .filter(key -> key.state().isTrusted())
                .map(key -> KeyFile.bare(key) + "\n")
                .collect(Collectors.joining());
    }

    /**
     * Adds a key that a session accepted because none was known. If parallel first connections found different keys,
     * the first one wins; the others are stored as refused.
     *
     * @param managed further known hosts that count, from the configuration
     */
    KeyTable learn(KnownKey learned, String managed) {
        List<Entry> known = new MemoryHostKeys(knownHosts() + managed, "").lookup(learned.host(), learned.port());
        if (known.stream()
                .anyMatch(entry -> entry.marker() == Marker.NONE && entry.key().equals(learned.key()))) {
            return this;
        }
        if (known.stream().anyMatch(entry -> entry.marker() != Marker.CERT_AUTHORITY)) {
            return refuse(learned);
        }
        return without(learned::isSame).plus(learned.in(KeyState.LEARNED));
    }

    /** Adds a key that a session refused, unless it is already recorded or trusted. */
    KeyTable refuse(KnownKey refused) {
        if (keys.stream().anyMatch(refused::isSame)) {
            return this;
        }
        KeyTable table = plus(refused.in(KeyState.REFUSED));
        List<KnownKey> refusals = table.keys.stream()
                .filter(key -> key.state() == KeyState.REFUSED)
                .toList();
        return refusals.size() > REFUSED_KEPT ? table.without(refusals.get(0)::equals) : table;
    }

    /**
     * Trusts a key from now on. A refused key replaces the host's other keys, so that a machine with the old key is not
     * accepted as the device.
     */
    KeyTable approve(String id, Approval approval) {
        KnownKey approved = find(id).orElse(null);
        if (approved == null) {
            return this;
        }
        KnownKey trusted = approved.approved(approval);
        if (approved.state() == KeyState.REFUSED) {
            return without(key -> key.isSame(approved)
                            || key.state().isTrusted()
                                    && key.marker() == Marker.NONE
                                    && key.hosts().equals(approved.hosts()))
                    .plus(trusted);
        }
        return new KeyTable(
                keys.stream().map(key -> key.isSame(approved) ? trusted : key).toList());
    }

    /** Trusts several keys; of two for one host, the latest. */
    KeyTable approve(Collection<String> ids, Approval approval) {
        KeyTable table = this;
        for (KnownKey key : keys) {
            if (ids.contains(key.id())) {
                table = table.approve(key.id(), approval);
            }
        }
        return table;
    }

    KeyTable remove(String id) {
        return without(key -> key.id().equals(id));
    }

    /** Adds keys that an administrator vouches for. */
    KeyTable add(List<KnownKey> added) {
        KeyTable table = this;
        for (KnownKey key : added) {
            table = table.without(key::isSame).plus(key.in(KeyState.APPROVED));
        }
        return table;
    }

    private KeyTable plus(KnownKey key) {
        List<KnownKey> more = new ArrayList<>(keys);
        more.add(key);
        return new KeyTable(more);
    }

    private KeyTable without(Predicate<KnownKey> gone) {
        return new KeyTable(keys.stream().filter(gone.negate()).toList());
    }
}
