package io.jenkins.plugins.networkshell.engine.ssh.key;

import io.jenkins.plugins.networkshell.engine.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import net.schmizz.sshj.common.Buffer;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * The encryption of a PuTTY key: AES-256, with what is derived from the passphrase.
 *
 * @param keys the cipher's key, its initialization vector, and the key of the MAC, one after the other
 * @param macAlgorithm as Java names it
 */
record PuttyEncryption(PuttyKeyFile file, byte[] keys, String macAlgorithm) {
    private static final int KEY = 32;
    private static final int VECTOR = 16;
    private static final int MAC_KEY = 32;
    /** PuTTY's default is 8 MiB; this is a gigabyte. */
    private static final int MOST_KIBIBYTES = 1 << 20;

    static PuttyEncryption of(PuttyKeyFile file, Secret passphrase) throws IOException, GeneralSecurityException {
        if (!file.header("Encryption").equals("aes256-cbc")) {
            throw new UnknownEncryptionException(null);
        }
        byte[] phrase = passphrase.reveal().getBytes(StandardCharsets.UTF_8);
        try {
            return file.version() < 3
                    ? new PuttyEncryption(file, sha1(phrase), "HmacSHA1")
                    : new PuttyEncryption(file, argon2(file, phrase), "HmacSHA256");
        } finally {
            Arrays.fill(phrase, (byte) 0);
        }
    }

    private static byte[] sha1(byte[] phrase) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-1");
        Buffer.PlainBuffer stretched = new Buffer.PlainBuffer();
        for (byte block = 0; block < 2; block++) {
            digest.update(new byte[] {0, 0, 0, block});
            stretched.putRawBytes(digest.digest(phrase));
        }
        digest.update("putty-private-key-file-mac-key".getBytes(StandardCharsets.US_ASCII));
        return new Buffer.PlainBuffer()
                .putRawBytes(Arrays.copyOf(stretched.getCompactData(), KEY))
                .putRawBytes(new byte[VECTOR])
                .putRawBytes(digest.digest(phrase))
                .getCompactData();
    }

    private static byte[] argon2(PuttyKeyFile file, byte[] phrase) throws IOException {
        int memory = Integer.parseInt(file.header("Argon2-Memory"));
        if (memory > MOST_KIBIBYTES) {
            throw new UnknownEncryptionException(null);
        }
        Argon2Parameters parameters = new Argon2Parameters.Builder(argon2Type(file.header("Key-Derivation")))
                .withMemoryAsKB(memory)
                .withIterations(Integer.parseInt(file.header("Argon2-Passes")))
                .withParallelism(Integer.parseInt(file.header("Argon2-Parallelism")))
                .withSalt(HexFormat.of().parseHex(file.header("Argon2-Salt")))
                .build();
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] keys = new byte[KEY + VECTOR + MAC_KEY];
        generator.generateBytes(phrase, keys);
        return keys;
    }

    private static int argon2Type(String name) throws IOException {
        return switch (name) {
            case "Argon2id" -> Argon2Parameters.ARGON2_id;
            case "Argon2i" -> Argon2Parameters.ARGON2_i;
            case "Argon2d" -> Argon2Parameters.ARGON2_d;
            default -> throw new UnknownEncryptionException(null);
        };
    }

    byte[] decrypt(byte[] encrypted) throws IOException, GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE, new SecretKeySpec(keys, 0, KEY, "AES"), new IvParameterSpec(keys, KEY, VECTOR));
        byte[] secret = cipher.doFinal(encrypted);
        byte[] expected = HexFormat.of().parseHex(file.header("Private-MAC"));
        if (!MessageDigest.isEqual(mac(secret), expected)) {
            throw new UndecryptableKeyException(null);
        }
        return secret;
    }

    /** Covers what a key's owner sees, too: nobody can pass off another public key or comment. */
    private byte[] mac(byte[] secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(macAlgorithm);
        int from = KEY + VECTOR;
        mac.init(new SecretKeySpec(keys, from, keys.length - from, macAlgorithm));
        return mac.doFinal(new Buffer.PlainBuffer()
                .putString(file.type())
                .putString(file.header("Encryption"))
                .putBytes(file.header("Comment").getBytes(StandardCharsets.ISO_8859_1))
                .putBytes(file.publicKey())
                .putBytes(secret)
                .getCompactData());
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return macAlgorithm;
    }
}
