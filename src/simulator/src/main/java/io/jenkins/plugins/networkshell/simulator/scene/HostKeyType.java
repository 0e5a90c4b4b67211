package io.jenkins.plugins.networkshell.simulator.scene;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The types of a device's host keys. */
public enum HostKeyType {
    /** Needs {@code net.i2p.crypto:eddsa} or BouncyCastle on the class path: MINA does not use the JDK's Ed25519. */
    ED25519("ssh-ed25519"),
    /** NIST P-256. */
    ECDSA("ecdsa-sha2-nistp256"),
    /** 2048 bits; signs with rsa-sha2-512, rsa-sha2-256 or ssh-rsa, as the algorithms of the scene allow. */
    RSA("ssh-rsa"),
    /** 1024 bits, as in equipment of the 2000s. */
    DSA("ssh-dss");

    private final String sshName;

    HostKeyType(String sshName) {
        this.sshName = sshName;
    }

    /** The key type of the SSH protocol. */
    public String sshName() {
        return sshName;
    }

    public static Optional<HostKeyType> byKey(String key) {
        return Arrays.stream(values())
                .filter(t -> t.name().toLowerCase(Locale.ROOT).equals(key))
                .findFirst();
    }
}
