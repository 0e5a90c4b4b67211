package io.jenkins.plugins.networkshell.engine.ssh.handshake;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.ssh.key.KeyNames;
import io.jenkins.plugins.networkshell.engine.target.Algorithms;
import io.jenkins.plugins.networkshell.engine.target.HostKey;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.HostKeyStore;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The known host keys of a target.
 *
 * @param entries for the host at its port
 * @param ofHost for the host at port 22, if the target's port differs. As in OpenSSH, a key or an authority of these
 *     counts if it matches; if it does not match, it means nothing for another port.
 */
public record KnownKeys(List<HostKeyStore.Entry> entries, List<HostKeyStore.Entry> ofHost) {
    public static KnownKeys of(Target target) throws NetworkShellException {
        return new KnownKeys(
                lookup(target, target.knownPort()),
                target.knownPort() == Target.SSH_PORT ? List.of() : lookup(target, Target.SSH_PORT));
    }

    private static List<HostKeyStore.Entry> lookup(Target target, int port) throws NetworkShellException {
        List<HostKeyStore.Entry> entries = new ArrayList<>();
        for (HostKeyStore store : target.hostKeys().stores()) {
            try {
                entries.addAll(store.lookup(target.knownHost(), port));
            } catch (IOException e) {
                if (target.hostKeys().policy() == HostKeyChecking.Policy.ACCEPT_ANY) {
                    continue; // nothing depends on it
                }
                throw new NetworkShellException(
                        ErrorKind.BAD_INPUT,
                        target.host(),
                        "The known host keys could not be read: " + e.getMessage() + ".",
                        null,
                        e);
            }
        }
        return entries;
    }

    boolean isKnown(HostKey key) {
        return hostKeyEntries().anyMatch(entry -> entry.key().equals(key));
    }

    /** The keys that the device may present: those of the plain host only if there is nothing more specific. */
    private Stream<HostKeyStore.Entry> hostKeyEntries() {
        boolean known = entries.stream().anyMatch(entry -> entry.marker() == HostKeyStore.Marker.NONE);
        return (known ? entries : ofHost).stream().filter(entry -> entry.marker() == HostKeyStore.Marker.NONE);
    }

    boolean isAuthority(HostKey key) {
        return find(HostKeyStore.Marker.CERT_AUTHORITY, key) != null;
    }

    /** @return null if the key is not revoked */
    HostKeyStore.Entry revocationOf(HostKey key) {
        return find(HostKeyStore.Marker.REVOKED, key);
    }

    private HostKeyStore.Entry find(HostKeyStore.Marker marker, HostKey key) {
        return Stream.concat(entries.stream(), ofHost.stream())
                .filter(entry -> entry.marker() == marker && entry.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    /** @return an entry for the host with another key, preferably of the same type; null if there is none */
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

    /** Whether the device could have presented one of the known keys, given the offered algorithms. */
    boolean canBeShown(List<String> algorithms) {
        return entries.stream()
                .filter(entry -> entry.marker() == HostKeyStore.Marker.NONE)
                .flatMap(entry -> KeyNames.hostKeyAlgorithms(entry.key().type()).stream())
                .anyMatch(algorithms::contains);
    }

    /**
     * Requests a key of a known type first: a device has several, and a known host must not look like a changed one.
     * Certificates are requested only if a suitable authority is known.
     */
    public Algorithms order(Algorithms algorithms) {
        List<String> known = hostKeyEntries()
                .flatMap(entry -> KeyNames.hostKeyAlgorithms(entry.key().type()).stream())
                .toList();
        boolean authority = Stream.concat(entries.stream(), ofHost.stream())
                .anyMatch(entry -> entry.marker() == HostKeyStore.Marker.CERT_AUTHORITY);
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
