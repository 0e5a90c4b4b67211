package io.jenkins.plugins.networkshell.engine.backup.capture;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that turns secrets into placeholders. With one key, the same secret always has the same placeholder, so a
 * changed secret shows as a change, but nobody without the key can test likely passwords. Immutable, thread-safe,
 * prints without the key.
 */
public final class RedactionKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final int DIGITS = 12;

    private final byte[] bytes;

    private RedactionKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A new key. */
    public static RedactionKey random() {
        try {
            KeyGenerator generator = KeyGenerator.getInstance(ALGORITHM);
            generator.init(8 * BYTES);
            return new RedactionKey(generator.generateKey().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /**
     * @param text as {@link #text()} returns it
     * @throws IllegalArgumentException if it is something else
     */
    public static RedactionKey parse(String text) {
        String digits = text.strip();
        if (digits.length() != 2 * BYTES) {
            throw new IllegalArgumentException("A redaction key has " + 2 * BYTES + " hexadecimal digits.");
        }
        return new RedactionKey(HexFormat.of().parseHex(digits));
    }

    /** The content of the key file. */
    public String text() {
        return HexFormat.of().formatHex(bytes) + "\n";
    }

    /** {@code <secret:1f2e3d4c5b6a>}. */
    String placeholder(String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
            byte[] code = mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return "<secret:" + HexFormat.of().formatHex(code).substring(0, DIGITS) + ">";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RedactionKey key && Arrays.equals(key.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "****";
    }
}
