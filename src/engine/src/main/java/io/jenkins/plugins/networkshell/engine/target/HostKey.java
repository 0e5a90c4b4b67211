package io.jenkins.plugins.networkshell.engine.target;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/**
 * A public key in SSH's format.
 *
 * @param type for instance {@code ssh-ed25519}
 * @param base64 the key's bytes (RFC 4253 section 6.6), as in {@code known_hosts}
 */
public record HostKey(String type, String base64) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** A host as written in {@code known_hosts}: in lower case, and as {@code [host]:port} if the port is not 22. */
    public static String hostField(String host, int port) {
        String lower = host.toLowerCase(Locale.ROOT);
        return port == 22 ? lower : "[" + lower + "]:" + port;
    }

    /** @throws IllegalArgumentException if {@code blob} does not begin with the name of a key type */
    public static HostKey of(byte[] blob) {
        return new HostKey(typeOf(blob), Base64.getEncoder().encodeToString(blob));
    }

    /** Whether bytes have the form of a public key. */
    public static boolean isKey(byte[] blob) {
        int length = blob.length < 4 ? -1 : ByteBuffer.wrap(blob).getInt();
        return length > 0 && length <= blob.length - 4;
    }

    private static String typeOf(byte[] blob) {
        if (!isKey(blob)) {
            throw new IllegalArgumentException("not an SSH public key");
        }
        return new String(blob, 4, ByteBuffer.wrap(blob).getInt(), StandardCharsets.US_ASCII);
    }

    /** As OpenSSH prints it: {@code SHA256:} and the hash in Base64 without padding. */
    public String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getDecoder().decode(base64));
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
