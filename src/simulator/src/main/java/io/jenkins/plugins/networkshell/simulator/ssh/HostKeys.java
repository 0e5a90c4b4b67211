package io.jenkins.plugins.networkshell.simulator.ssh;

import io.jenkins.plugins.networkshell.simulator.scene.HostKeyType;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.util.security.SecurityUtils;

/**
 * A device's host keys. Each is generated on first use, because thousands of devices must start quickly, and an RSA key
 * takes a tenth of a second. Thread-safe.
 */
public final class HostKeys implements KeyPairProvider {
    private final List<HostKeyType> types;
    private final Map<HostKeyType, KeyPair> pairs = new EnumMap<>(HostKeyType.class);

    /** @throws IllegalArgumentException if Ed25519 is requested and no library for it is on the class path */
    public HostKeys(List<HostKeyType> types) {
        this.types = List.copyOf(types);
        if (types.contains(HostKeyType.ED25519) && !SecurityUtils.isEDDSACurveSupported()) {
            throw new IllegalArgumentException("An ed25519 host key needs net.i2p.crypto:eddsa or BouncyCastle on the"
                    + " class path; use ecdsa or rsa, or add one of them");
        }
    }

    /** The fingerprint as OpenSSH prints it, {@code SHA256:…}. */
    public String fingerprint(HostKeyType type) {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, pair(type).getPublic());
    }

    public KeyPair pair(HostKeyType type) {
        if (!types.contains(type)) {
            throw new IllegalArgumentException("the device has no such host key: " + type + "; it has " + types);
        }
        synchronized (pairs) {
            return pairs.computeIfAbsent(type, HostKeys::generate);
        }
    }

    private static KeyPair generate(HostKeyType type) {
        int bits = switch (type) {
            case ED25519, ECDSA -> 256;
            case RSA -> 2048;
            case DSA -> 1024;
        };
        try {
            return KeyUtils.generateKeyPair(type.sshName(), bits);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no " + type + " host key could be made", e);
        }
    }

    @Override
    public Iterable<KeyPair> loadKeys(SessionContext session) {
        return types.stream().map(this::pair).toList();
    }

    @Override
    public Iterable<String> getKeyTypes(SessionContext session) {
        return types.stream().map(HostKeyType::sshName).toList();
    }

    @Override
    public KeyPair loadKey(SessionContext session, String sshName) {
        String wanted = KeyUtils.getCanonicalKeyType(sshName);
        return types.stream()
                .filter(t -> t.sshName().equals(wanted))
                .findFirst()
                .map(this::pair)
                .orElse(null);
    }
}
