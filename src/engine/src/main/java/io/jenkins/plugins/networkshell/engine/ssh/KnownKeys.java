package io.jenkins.plugins.networkshell.engine.ssh;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the stores of a target know of its host key. */
record KnownKeys(List<HostKeyStore.Entry> entries) {

    static KnownKeys of(Target target) throws NetworkShellException {
        List<HostKeyStore.Entry> entries = new ArrayList<>();
        if (target.hostKeys().policy() != HostKeyChecking.Policy.ACCEPT_ANY) {
            for (HostKeyStore store : target.hostKeys().stores()) {
                try {
                    entries.addAll(store.lookup(target.host(), target.port()));
                } catch (IOException e) {
                    throw new KnownHostsException(
                            target.host(), "The known host keys could not be read: " + e.getMessage() + ".", null, e);
                }
            }
        }
        return new KnownKeys(entries);
    }

    boolean isKnown(HostKey key) {
        return find(HostKeyStore.Marker.NONE, key) != null;
    }

    boolean isAuthority(HostKey key) {
        return find(HostKeyStore.Marker.CERT_AUTHORITY, key) != null;
    }

    /** @return null where the key is not revoked */
    HostKeyStore.Entry revocationOf(HostKey key) {
        return find(HostKeyStore.Marker.REVOKED, key);
    }

    private HostKeyStore.Entry find(HostKeyStore.Marker marker, HostKey key) {
        return entries.stream()
                .filter(entry -> entry.marker() == marker && entry.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    /** @return an entry for the host with another key, best one of the same type; null where there is none */
    HostKeyStore.Entry otherThan(HostKey shown) {
        HostKeyStore.Entry other = null;
        for (HostKeyStore.Entry entry : entries) {
            boolean same = entry.key().type().equals(shown.type());
            if (entry.marker() == HostKeyStore.Marker.NONE && (other == null || same)) {
                other = entry;
            }
        }
        return other;
    }

    /** Whether the device could have shown one of the known keys, given what it was asked for. */
    boolean canBeShown(List<String> algorithms) {
        return entries.stream()
                .filter(entry -> entry.marker() == HostKeyStore.Marker.NONE)
                .flatMap(entry -> KeyNames.hostKeyAlgorithms(entry.key().type()).stream())
                .anyMatch(algorithms::contains);
    }

    /**
     * Asks for a key of a known type first: a device has several, and a known host must not look like a changed one.
     * Certificates are asked for only where an authority is known that could vouch for them.
     */
    Algorithms order(Algorithms algorithms) {
        List<String> known = new ArrayList<>();
        boolean authority = false;
        for (HostKeyStore.Entry entry : entries) {
            switch (entry.marker()) {
                case NONE -> known.addAll(KeyNames.hostKeyAlgorithms(entry.key().type()));
                case CERT_AUTHORITY -> authority = true;
                default -> {
                    // says nothing about what the host has
                }
            }
        }
        Algorithms ordered = algorithms.preferringHostKeys(known);
        return authority ? withCertificates(ordered) : ordered;
    }

    private static Algorithms withCertificates(Algorithms algorithms) {
        List<String> names = new ArrayList<>();
        algorithms.hostKeys().stream().map(KeyNames::certificate).forEach(names::add);
        names.addAll(algorithms.hostKeys());
        return algorithms.withHostKeys(names);
    }
}
