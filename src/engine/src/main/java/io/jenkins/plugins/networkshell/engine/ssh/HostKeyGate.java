package io.jenkins.plugins.networkshell.engine.ssh;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import java.io.IOException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;

/** Applies a target's {@link HostKeyChecking}; runs on SSHJ's reader thread. */
final class HostKeyGate implements HostKeyVerifier {
    private final Target target;
    private final ConnectionListener listener;
    private volatile NetworkShellException refusal;
    private volatile HostKey accepted;

    HostKeyGate(Target target, ConnectionListener listener) {
        this.target = target;
        this.listener = listener;
    }

    /** Why the key was refused, or null. */
    NetworkShellException refusal() {
        return refusal;
    }

    /** The key of the device once it is accepted, or null. */
    HostKey accepted() {
        return accepted;
    }

    @Override
    public boolean verify(String hostname, int port, PublicKey key) {
        HostKey shown = HostKey.of(new Buffer.PlainBuffer().putPublicKey(key).getCompactData());
        if (shown.equals(accepted)) {
            return true; // keys were exchanged anew
        }
        try {
            check(shown);
            accepted = shown;
            return true;
        } catch (NetworkShellException e) {
            refusal = e;
            return false;
        }
    }

    private void check(HostKey shown) throws NetworkShellException {
        HostKeyChecking checking = target.hostKeys();
        if (checking.policy() == HostKeyChecking.Policy.ACCEPT_ANY) {
            return;
        }
        List<HostKeyStore.Entry> known = lookup(checking);
        for (HostKeyStore.Entry entry : known) {
            if (entry.marker() == HostKeyStore.Marker.REVOKED && entry.key().equals(shown)) {
                throw changed(
                        entry,
                        shown,
                        "The host key of " + target.address() + " (" + describe(shown) + ") was revoked in "
                                + entry.where() + ".");
            }
        }
        HostKeyStore.Entry other = null;
        for (HostKeyStore.Entry entry : known) {
            if (entry.marker() == HostKeyStore.Marker.NONE) {
                if (entry.key().equals(shown)) {
                    return;
                }
                if (other == null || entry.key().type().equals(shown.type())) {
                    other = entry;
                }
            }
        }
        if (other != null) {
            throw changed(
                    other,
                    shown,
                    "The host key of " + target.address() + " has changed: known is " + describe(other.key()) + " ("
                            + other.where() + "), the device shows " + describe(shown) + ".");
        }
        unknown(shown);
    }

    private List<HostKeyStore.Entry> lookup(HostKeyChecking checking) throws NetworkShellException {
        List<HostKeyStore.Entry> known = new ArrayList<>();
        for (HostKeyStore store : checking.stores()) {
            try {
                known.addAll(store.lookup(target.host(), target.port()));
            } catch (IOException e) {
                throw new HostKeyUnknownException(
                        target.host(), "The known host keys could not be read: " + e.getMessage() + ".", null, e);
            }
        }
        return known;
    }

    private HostKeyChangedException changed(HostKeyStore.Entry entry, HostKey shown, String sentence) {
        return new HostKeyChangedException(
                target.host(),
                sentence,
                "If the device was replaced or given a new key, compare the fingerprint with the device's own and"
                        + " remove the old entry; if not, someone may be listening in.",
                entry.key().fingerprint(),
                shown.fingerprint());
    }

    private void unknown(HostKey shown) throws NetworkShellException {
        String what = "The host key of " + target.address() + " is not known: " + describe(shown) + ".";
        switch (target.hostKeys().policy()) {
            case WARN -> listener.warning(what);
            case ACCEPT_NEW -> store(shown);
            default ->
                throw new HostKeyUnknownException(
                        target.host(),
                        what,
                        "Compare the fingerprint with the device's own and add the key to the known hosts, or let new"
                                + " keys be accepted (accept-new).",
                        null);
        }
    }

    private void store(HostKey shown) throws NetworkShellException {
        List<HostKeyStore> stores = target.hostKeys().stores();
        if (stores.isEmpty()) {
            throw new HostKeyUnknownException(
                    target.host(),
                    "There is no place to store the new host key of " + target.address() + ".",
                    "Name a known hosts file.",
                    null);
        }
        try {
            stores.get(0).add(target.host(), target.port(), shown);
        } catch (IOException e) {
            throw new HostKeyUnknownException(
                    target.host(),
                    "The new host key of " + target.address() + " could not be stored: " + e.getMessage() + ".",
                    null,
                    e);
        }
    }

    static String describe(HostKey key) {
        return key.type() + " " + key.fingerprint();
    }

    /** The order of algorithms is ours already, see {@link Algorithms#preferringHostKeys}. */
    @Override
    public List<String> findExistingAlgorithms(String hostname, int port) {
        return List.of();
    }
}
