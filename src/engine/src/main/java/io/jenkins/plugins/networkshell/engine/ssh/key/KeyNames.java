package io.jenkins.plugins.networkshell.engine.ssh.key;

import io.jenkins.plugins.networkshell.engine.target.HostKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import net.schmizz.sshj.common.Buffer;

/** The names of keys, certificates and signatures, and their relations. */
public final class KeyNames {
    static final String ED25519 = "ssh-ed25519";
    static final String DSA = "ssh-dss";
    public static final String RSA = "ssh-rsa";
    public static final String RSA_SHA256 = "rsa-sha2-256";
    public static final String RSA_SHA512 = "rsa-sha2-512";
    private static final String CERTIFICATE = "-cert-v01@openssh.com";

    private KeyNames() {}

    public static boolean isCertificate(String type) {
        return type.endsWith(CERTIFICATE);
    }

    /** The key type of a certificate type; other types unchanged. */
    static String plain(String type) {
        return isCertificate(type) ? type.substring(0, type.length() - CERTIFICATE.length()) : type;
    }

    /** The key of a certificate, and other keys unchanged; see OpenSSH's PROTOCOL.certkeys. */
    public static HostKey key(HostKey shown) {
        if (!isCertificate(shown.type())) {
            return shown;
        }
        String type = plain(shown.type()) + (shown.type().startsWith("sk-") ? "@openssh.com" : "");
        try {
            Buffer.PlainBuffer certificate =
                    new Buffer.PlainBuffer(Base64.getDecoder().decode(shown.base64()));
            certificate.readString();
            certificate.readBytes(); // a nonce, followed by the key's fields
            Buffer.PlainBuffer key = new Buffer.PlainBuffer().putString(type);
            for (int i = 0; i < fields(type); i++) {
                key.putBytes(certificate.readBytes());
            }
            return HostKey.of(key.getCompactData());
        } catch (Buffer.BufferException e) {
            return shown;
        }
    }

    private static int fields(String type) {
        return switch (type) {
            case ED25519 -> 1;
            case DSA -> 4;
            case "sk-ecdsa-sha2-nistp256@openssh.com" -> 3;
            default -> 2; // RSA; ECDSA; Ed25519 in a security token
        };
    }

    /** The certificate name that corresponds to a key name. */
    public static String certificate(String name) {
        return name + CERTIFICATE;
    }

    /** The public key method's name for using {@code algorithm} with a key or certificate of {@code type}. */
    public static String methodName(String algorithm, String type) {
        return isCertificate(type) ? certificate(algorithm) : algorithm;
    }

    /**
     * The signature algorithms for a key or certificate of a type. RSA has three, and a server counts the use of an
     * unknown one as a failed login, so the server's list of host key algorithms determines the order.
     *
     * @param sha1Allowed whether {@code ssh-rsa} may be used at all
     * @param serverHostKeys the server's host key algorithms
     */
    static List<String> signatures(String type, boolean sha1Allowed, List<String> serverHostKeys) {
        if (!plain(type).equals(RSA)) {
            return List.of(plain(type));
        }
        List<String> names = new ArrayList<>(List.of(RSA_SHA512, RSA_SHA256));
        if (names.stream().anyMatch(serverHostKeys::contains)) {
            names.retainAll(serverHostKeys);
        } else if (sha1Allowed) {
            names.add(serverHostKeys.contains(RSA) ? 0 : names.size(), RSA);
        }
        return names;
    }

    /** The host key algorithms for a key type in {@code known_hosts}. */
    public static List<String> hostKeyAlgorithms(String type) {
        return type.equals(RSA) ? List.of(RSA_SHA512, RSA_SHA256, RSA) : List.of(type);
    }
}
