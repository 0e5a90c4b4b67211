package io.jenkins.plugins.networkshell.engine.ssh.handshake;

import com.hierynomus.sshj.userauth.certificate.Certificate;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.HostKeyChangedException;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.target.HostKey;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.HostKeyStore;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.io.IOException;
import java.security.PublicKey;
import java.util.List;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;

/** Applies a target's {@link HostKeyChecking} to the device's key; runs on SSHJ's reader thread. */
public final class HostKeyGate implements HostKeyVerifier {
    private final Target target;
    private final KnownKeys known;
    private final List<String> offered;
    private final ConnectionListener listener;
    private volatile NetworkShellException refusal;
    private volatile HostKey accepted;

    /** @param offered the host key algorithms offered to the device */
    public HostKeyGate(Target target, KnownKeys known, List<String> offered, ConnectionListener listener) {
        this.offered = offered;
        this.target = target;
        this.known = known;
        this.listener = listener;
    }

    /** Why the key was refused, or null. */
    public NetworkShellException refusal() {
        return refusal;
    }

    /** The accepted key of the device, or null. */
    public HostKey accepted() {
        return accepted;
    }

    @Override
    public boolean verify(String hostname, int port, PublicKey key) {
        try {
            HostKey shown =
                    HostKey.of(new Buffer.PlainBuffer().putPublicKey(key).getCompactData());
            // Equal in a key re-exchange; the equals method of a record is made when it is first called, which takes
            // time.
            if (accepted == null || !shown.equals(accepted)) {
                check(shown, key);
                accepted = shown;
            }
            return true;
        } catch (NetworkShellException e) {
            refusal = e;
            return false;
        }
    }

    private void check(HostKey shown, PublicKey key) throws NetworkShellException {
        if (target.hostKeys().policy() == HostKeyChecking.Policy.ACCEPT_ANY) {
            warnOfContradiction(shown, key);
            return;
        }
        if (!(key instanceof Certificate<?> certificate)) {
            checkKey(shown);
            return;
        }
        HostCertificate checked = new HostCertificate(certificate, shown);
        refuseRevoked(checked.authority());
        if (!known.isAuthority(checked.authority())) {
            checkKey(checked.plainKey()); // as in OpenSSH: an unknown authority proves nothing, but the key itself may
            // be known
            return;
        }
        refuseRevoked(checked.plainKey());
        String flaw = checked.flaw(target.knownHost());
        if (flaw != null) {
            throw new NetworkShellException(
                    ErrorKind.HOST_KEY_UNKNOWN,
                    target.host(),
                    "The host certificate of " + target.address() + " is not valid: " + flaw + ".",
                    "Renew the certificate on the device.",
                    null);
        }
    }

    /** A key that {@code accept-any} accepts although it differs from the known one. */
    private void warnOfContradiction(HostKey shown, PublicKey key) {
        if (key instanceof Certificate<?>) {
            return; // a device with a new certificate has no other identity
        }
        HostKeyStore.Entry revoked = known.revocationOf(shown);
        if (revoked != null) {
            listener.warning("The host key of " + target.address() + " (" + describe(shown) + ") was revoked in "
                    + revoked.where() + "; it is accepted since host keys are not checked (accept-any).");
            return;
        }
        HostKeyStore.Entry other = known.isKnown(shown) ? null : known.otherThan(shown);
        if (other != null && known.canBeShown(offered)) {
            listener.warning(changed(other, shown)
                    + " It is accepted since host keys are not checked (accept-any): someone may be listening in.");
        }
    }

    private String changed(HostKeyStore.Entry other, HostKey shown) {
        return "The host key of " + target.address() + " has changed: known is " + describe(other.key()) + " ("
                + other.where() + "), the device shows " + describe(shown) + ".";
    }

    /** How to trust a refused key, according to the store. */
    private String approvalOr(String usual) {
        return target.hostKeys().stores().stream()
                .flatMap(store -> store.approval().stream())
                .findFirst()
                .orElse(usual);
    }

    private void checkKey(HostKey shown) throws NetworkShellException {
        refuseRevoked(shown);
        if (known.isKnown(shown)) {
            return;
        }
        HostKeyStore.Entry other = known.otherThan(shown);
        if (other == null) {
            unknown(shown);
            return;
        }
        if (!known.canBeShown(offered)) {
            throw new NetworkShellException(
                    ErrorKind.HOST_KEY_UNKNOWN,
                    target.host(),
                    target.address() + " is known by its " + other.key().type() + " key only (" + other.where()
                            + "), a type that was not asked for; the device shows " + describe(shown) + ".",
                    "Allow that type in the list of host key algorithms, or add the key that is shown after comparing"
                            + " its fingerprint.",
                    null);
        }
        listener.hostKeyRefused(target.host(), target.port(), shown);
        throw new HostKeyChangedException(
                target.host(),
                changed(other, shown),
                "If the device was replaced or given a new key, compare the fingerprint with the device's own and "
                        + approvalOr("remove the old entry") + "; if not, someone may be listening in.",
                other.key().fingerprint(),
                shown.fingerprint());
    }

    private void refuseRevoked(HostKey shown) throws NetworkShellException {
        HostKeyStore.Entry revoked = known.revocationOf(shown);
        if (revoked != null) {
            throw new HostKeyChangedException(
                    target.host(),
                    "The host key of " + target.address() + " (" + describe(shown) + ") was revoked in "
                            + revoked.where() + ".",
                    "Do not log in: whoever has stolen the key can pretend to be the device.",
                    revoked.key().fingerprint(),
                    shown.fingerprint());
        }
    }

    private void unknown(HostKey shown) throws NetworkShellException {
        String what = "The host key of " + target.address() + " is not known: " + describe(shown) + ".";
        switch (target.hostKeys().policy()) {
            case WARN -> listener.warning(what);
            case ACCEPT_NEW -> store(shown);
            default -> {
                listener.hostKeyRefused(target.host(), target.port(), shown);
                throw new NetworkShellException(
                        ErrorKind.HOST_KEY_UNKNOWN,
                        target.host(),
                        what,
                        "Compare the fingerprint with the device's own and "
                                + approvalOr("add the key to the known hosts, or let new keys be accepted (accept-new)")
                                + ".",
                        null);
            }
        }
    }

    private void store(HostKey shown) throws NetworkShellException {
        List<HostKeyStore> stores = target.hostKeys().stores();
        if (stores.isEmpty()) {
            throw new NetworkShellException(
                    ErrorKind.BAD_INPUT,
                    target.host(),
                    "The new host key of " + target.address() + " cannot be stored: no known hosts file is set.",
                    "Name a known hosts file.",
                    null);
        }
        try {
            stores.get(0).add(target.knownHost(), target.knownPort(), shown);
        } catch (IOException e) {
            throw new NetworkShellException(
                    ErrorKind.BAD_INPUT,
                    target.host(),
                    "The new host key of " + target.address() + " could not be stored: " + e.getMessage() + ".",
                    "Name a known hosts file that can be written, or one that has the key already.",
                    e);
        }
    }

    /** For SSHJ's log. */
    @Override
    public String toString() {
        return "the known host keys";
    }

    private static String describe(HostKey key) {
        return key.type() + " " + key.fingerprint();
    }

    /** The algorithms are already in order, see {@link KnownKeys#order}. */
    @Override
    public List<String> findExistingAlgorithms(String hostname, int port) {
        return List.of();
    }
}
