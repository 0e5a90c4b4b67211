package io.jenkins.plugins.networkshell.simulator.scene;

import java.util.List;

/**
 * The SSH settings of a device. Empty algorithm lists mean MINA's defaults. Immutable.
 *
 * @param version the identification line, for instance {@code SSH-2.0-HUAWEI-1.5}
 * @param hostKeys the device's host keys; generated when a client first asks for one
 * @param hostKeyAlgorithms signatures offered for them, for instance {@code ssh-rsa} alone
 * @param auth login methods; {@code publickey,password} in one entry requires both in sequence
 * @param maxAuthTries attempts before the device disconnects
 * @param forwarding whether it is a jump host, which connects clients to other loopback addresses ({@code
 *     direct-tcpip})
 */
public record SshSettings(
        String version,
        List<HostKeyType> hostKeys,
        List<String> hostKeyAlgorithms,
        List<String> kex,
        List<String> ciphers,
        List<String> macs,
        List<String> auth,
        int maxAuthTries,
        boolean forwarding) {
    /** ECDSA and RSA keys, MINA's algorithms, password and keyboard-interactive, 6 attempts. */
    public static final SshSettings DEFAULT = new SshSettings(
            "SSH-2.0-Device",
            List.of(HostKeyType.ECDSA, HostKeyType.RSA),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of("password", "keyboard-interactive"),
            6,
            false);

    public SshSettings {
        hostKeys = List.copyOf(hostKeys);
        hostKeyAlgorithms = List.copyOf(hostKeyAlgorithms);
        kex = List.copyOf(kex);
        ciphers = List.copyOf(ciphers);
        macs = List.copyOf(macs);
        auth = List.copyOf(auth);
        if (!version.startsWith("SSH-2.0-") || hostKeys.isEmpty() || auth.isEmpty() || maxAuthTries < 1) {
            throw new IllegalArgumentException(
                    "version must begin with SSH-2.0-, hostKeys and auth must not be empty, maxAuthTries at least 1");
        }
    }

    /** The algorithms of a device of the 2000s: group1 and group14 with SHA-1, CBC ciphers, HMAC-SHA-1, ssh-rsa. */
    public SshSettings legacy() {
        return new SshSettings(
                version,
                List.of(HostKeyType.RSA),
                List.of("ssh-rsa"),
                List.of("diffie-hellman-group14-sha1", "diffie-hellman-group1-sha1"),
                List.of("aes128-cbc", "3des-cbc"),
                List.of("hmac-sha1"),
                auth,
                maxAuthTries,
                forwarding);
    }

    public SshSettings withVersion(String identification) {
        return new SshSettings(
                identification, hostKeys, hostKeyAlgorithms, kex, ciphers, macs, auth, maxAuthTries, forwarding);
    }

    public SshSettings withHostKeys(HostKeyType... types) {
        return new SshSettings(
                version, List.of(types), hostKeyAlgorithms, kex, ciphers, macs, auth, maxAuthTries, forwarding);
    }

    public SshSettings withAuth(String... methods) {
        return new SshSettings(
                version, hostKeys, hostKeyAlgorithms, kex, ciphers, macs, List.of(methods), maxAuthTries, forwarding);
    }

    public SshSettings withMaxAuthTries(int tries) {
        return new SshSettings(version, hostKeys, hostKeyAlgorithms, kex, ciphers, macs, auth, tries, forwarding);
    }

    public SshSettings withAlgorithms(
            List<String> kexNames, List<String> cipherNames, List<String> macNames, List<String> signatureNames) {
        return new SshSettings(
                version, hostKeys, signatureNames, kexNames, cipherNames, macNames, auth, maxAuthTries, forwarding);
    }

    /** A jump host. */
    public SshSettings withForwarding() {
        return new SshSettings(version, hostKeys, hostKeyAlgorithms, kex, ciphers, macs, auth, maxAuthTries, true);
    }
}
