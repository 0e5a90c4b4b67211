package io.jenkins.plugins.networkshell.engine.target;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The algorithms offered to the device, in order of preference, by their names in RFC 4253 and its successors.
 * Algorithms that the running Java does not support are left out when connecting.
 *
 * @param keyExchanges for instance {@code curve25519-sha256}
 * @param hostKeys signature algorithms of host keys, for instance {@code rsa-sha2-512}; {@code ssh-rsa} in this list
 *     also allows SHA-1 signatures with our own RSA keys
 * @param ciphers for instance {@code aes128-gcm@openssh.com}
 * @param macs for instance {@code hmac-sha2-256-etm@openssh.com}
 */
public record Algorithms(List<String> keyExchanges, List<String> hostKeys, List<String> ciphers, List<String> macs)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public Algorithms {
        keyExchanges = List.copyOf(keyExchanges);
        hostKeys = List.copyOf(hostKeys);
        ciphers = List.copyOf(ciphers);
        macs = List.copyOf(macs);
    }

    /**
     * The default: what current OpenSSH offers, in its order, with two exceptions: {@code chacha20-poly1305} comes
     * after AES-GCM, which Java computes in hardware, and {@code sntrup761x25519} after Curve25519, because generating
     * its keys is slow in Java. The first method is post-quantum.
     */
    public static Algorithms secure() {
        return new Algorithms(
                List.of(
                        "mlkem768x25519-sha256",
                        "curve25519-sha256",
                        "curve25519-sha256@libssh.org",
                        "sntrup761x25519-sha512",
                        "sntrup761x25519-sha512@openssh.com",
                        "ecdh-sha2-nistp256",
                        "ecdh-sha2-nistp384",
                        "ecdh-sha2-nistp521",
                        "diffie-hellman-group-exchange-sha256",
                        "diffie-hellman-group16-sha512",
                        "diffie-hellman-group18-sha512",
                        "diffie-hellman-group14-sha256"),
                List.of(
                        "ssh-ed25519",
                        "ecdsa-sha2-nistp256",
                        "ecdsa-sha2-nistp384",
                        "ecdsa-sha2-nistp521",
                        "rsa-sha2-512",
                        "rsa-sha2-256"),
                List.of(
                        "aes128-gcm@openssh.com",
                        "aes256-gcm@openssh.com",
                        "chacha20-poly1305@openssh.com",
                        "aes128-ctr",
                        "aes192-ctr",
                        "aes256-ctr"),
                List.of(
                        "hmac-sha2-256-etm@openssh.com",
                        "hmac-sha2-512-etm@openssh.com",
                        "hmac-sha2-256",
                        "hmac-sha2-512"));
    }

    /**
     * {@link #secure()}, followed by what old devices need: SHA-1 key exchanges, {@code ssh-rsa} and {@code ssh-dss},
     * CBC ciphers, SHA-1 and MD5 MACs. All of these are weak; a device with better algorithms still uses those.
     */
    public static Algorithms legacy() {
        Algorithms secure = secure();
        return new Algorithms(
                join(
                        secure.keyExchanges,
                        "diffie-hellman-group14-sha1",
                        "diffie-hellman-group-exchange-sha1",
                        "diffie-hellman-group1-sha1"),
                join(secure.hostKeys, "ssh-rsa", "ssh-dss"),
                join(secure.ciphers, "aes128-cbc", "aes192-cbc", "aes256-cbc", "3des-cbc"),
                join(secure.macs, "hmac-sha1-etm@openssh.com", "hmac-sha1", "hmac-sha1-96", "hmac-md5", "hmac-md5-96"));
    }

    /** All known algorithms, best first. The running Java may lack some. */
    public static Algorithms known() {
        Algorithms legacy = legacy();
        return legacy.withKeyExchanges(List.of(
                "mlkem768x25519-sha256",
                "curve25519-sha256",
                "curve25519-sha256@libssh.org",
                "sntrup761x25519-sha512",
                "sntrup761x25519-sha512@openssh.com",
                "ecdh-sha2-nistp256",
                "ecdh-sha2-nistp384",
                "ecdh-sha2-nistp521",
                "diffie-hellman-group-exchange-sha256",
                "diffie-hellman-group14-sha256",
                "diffie-hellman-group15-sha512",
                "diffie-hellman-group16-sha512",
                "diffie-hellman-group17-sha512",
                "diffie-hellman-group18-sha512",
                "diffie-hellman-group-exchange-sha1",
                "diffie-hellman-group14-sha1",
                "diffie-hellman-group1-sha1"));
    }

    /**
     * {@link #secure()} or {@link #legacy()} by name.
     *
     * @throws IllegalArgumentException for any other name; the message says what is allowed
     */
    public static Algorithms preset(String name) {
        return switch (name) {
            case "secure" -> secure();
            case "legacy" -> legacy();
            default ->
                throw new IllegalArgumentException(
                        "The algorithms '" + name + "' are not known; allowed: secure, legacy.");
        };
    }

    private static List<String> join(List<String> first, String... more) {
        return Stream.concat(first.stream(), Stream.of(more)).toList();
    }

    public Algorithms withKeyExchanges(List<String> names) {
        return new Algorithms(names, hostKeys, ciphers, macs);
    }

    public Algorithms withHostKeys(List<String> names) {
        return new Algorithms(keyExchanges, names, ciphers, macs);
    }

    public Algorithms withCiphers(List<String> names) {
        return new Algorithms(keyExchanges, hostKeys, names, macs);
    }

    public Algorithms withMacs(List<String> names) {
        return new Algorithms(keyExchanges, hostKeys, ciphers, names);
    }

    /**
     * A copy with another list in one category, written as in {@code ssh_config}: names separated by commas, best
     * first. With {@code +} before the first name they are appended to the current list, with {@code ^} they are put
     * before it, and with {@code -} they are removed from it and may contain {@code *} and {@code ?}.
     *
     * @throws IllegalArgumentException if a name is unknown or nothing is left; the message says what is allowed
     */
    public Algorithms with(AlgorithmCategory category, String list) {
        return AlgorithmList.parse(category, list).applyTo(this);
    }

    /** A copy with those {@code preferred} host key algorithms first that are in the list. */
    public Algorithms preferringHostKeys(List<String> preferred) {
        List<String> ordered = new ArrayList<>(hostKeys);
        ordered.retainAll(preferred);
        hostKeys.stream().filter(name -> !ordered.contains(name)).forEach(ordered::add);
        return withHostKeys(ordered);
    }
}
