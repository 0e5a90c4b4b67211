package io.jenkins.plugins.networkshell.engine.ssh.key;

import io.jenkins.plugins.networkshell.engine.Secret;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import net.schmizz.sshj.common.Ed25519KeyFactory;

/** Keys in PKCS#8 (RFC 5958), as far as SSHJ does not read them: encrypted in whatever way, and Ed25519. */
final class Pkcs8 {
    private static final String ENCRYPTED = "ENCRYPTED PRIVATE KEY";
    private static final String PLAIN = "PRIVATE KEY";
    private static final String PBES2 = "1.2.840.113549.1.5.13";

    /** What begins at {@link #ALGORITHM_AT}: the algorithm 1.3.101.112, and that 32 bytes of key follow; see RFC 8410. */
    private static final byte[] ED25519 = HexFormat.of().parseHex("300506032b657004220420");

    private static final int ALGORITHM_AT = 5;
    private static final int SEED_AT = ALGORITHM_AT + ED25519.length;
    private static final int ED25519_LENGTH = 32;

    private Pkcs8() {}

    /** The encryption is not known to this Java process, or to nobody here. */
    static final class UnknownEncryptionException extends IOException {
        private static final long serialVersionUID = 1L;

        UnknownEncryptionException(Throwable cause) {
            super(cause);
        }
    }

    static boolean isEncrypted(String text) {
        return text.contains(begin(ENCRYPTED));
    }

    /**
     * The same key in the clear. Java itself knows the usual encryptions; for others (scrypt, the ciphers of old)
     * BouncyCastle is asked where it is at hand, and not registered.
     *
     * @throws UnknownEncryptionException when the passphrase is not at fault
     */
    static String decrypt(String text, Secret passphrase) throws IOException {
        byte[] encrypted = bytes(text, ENCRYPTED);
        char[] phrase = passphrase.reveal().toCharArray();
        byte[] plain;
        try {
            plain = unlocking(encrypted, phrase).call();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("not decrypted", e);
        } finally {
            Arrays.fill(phrase, '\0');
        }
        return begin(PLAIN) + "\n" + Base64.getMimeEncoder().encodeToString(plain) + "\n-----END " + PLAIN + "-----\n";
    }

    /** The key, where it is an Ed25519 key in the clear. */
    static Optional<KeyPair> ed25519(String text) throws IOException {
        if (!text.contains(begin(PLAIN))) {
            return Optional.empty();
        }
        byte[] key = bytes(text, PLAIN);
        if (key.length < SEED_AT + ED25519_LENGTH
                || !Arrays.equals(key, 0, ALGORITHM_AT - 1, new byte[] {0x30, (byte) (key.length - 2), 2, 1}, 0, 4)
                || !Arrays.equals(key, ALGORITHM_AT, SEED_AT, ED25519, 0, ED25519.length)) {
            return Optional.empty();
        }
        try {
            return Optional.of(pair(Arrays.copyOfRange(key, SEED_AT, SEED_AT + ED25519_LENGTH)));
        } catch (GeneralSecurityException e) {
            throw new IOException("no Ed25519 key", e);
        }
    }

    /**
     * Java does not say which public key goes with a private one, but makes new pairs of 32 random bytes; here they are
     * not random.
     */
    private static KeyPair pair(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(255, new Given(seed));
        KeyPair made = generator.generateKeyPair();
        byte[] madePrivate = made.getPrivate().getEncoded();
        if (!Arrays.equals(madePrivate, SEED_AT, SEED_AT + ED25519_LENGTH, seed, 0, ED25519_LENGTH)) {
            throw new NoSuchAlgorithmException("The generator for Ed25519 keys makes them of something else.");
        }
        byte[] madePublic = made.getPublic().getEncoded();
        return new KeyPair(
                Ed25519KeyFactory.getPublicKey(
                        Arrays.copyOfRange(madePublic, madePublic.length - ED25519_LENGTH, madePublic.length)),
                Ed25519KeyFactory.getPrivateKey(seed));
    }

    private static byte[] bytes(String text, String label) throws IOException {
        int start = text.indexOf(begin(label)) + begin(label).length();
        int end = text.indexOf("-----END", start);
        try {
            return Base64.getMimeDecoder().decode(text.substring(start, end < 0 ? text.length() : end));
        } catch (IllegalArgumentException e) {
            throw new IOException("no Base64", e);
        }
    }

    private static String begin(String label) {
        return "-----BEGIN " + label + "-----";
    }

    /** What is left to be done once all is known but whether the passphrase is right. */
    private static Callable<byte[]> unlocking(byte[] encrypted, char[] phrase) throws IOException {
        try {
            return unlockingByJava(encrypted, phrase);
        } catch (IOException | GeneralSecurityException e) {
            try {
                return BouncyCastlePkcs8.unlocking(encrypted, phrase);
            } catch (LinkageError missing) {
                e.addSuppressed(missing);
                throw new UnknownEncryptionException(e);
            }
        }
    }

    private static Callable<byte[]> unlockingByJava(byte[] encrypted, char[] phrase)
            throws IOException, GeneralSecurityException {
        EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(encrypted);
        String name = info.getAlgName();
        if (name.equals("PBES2") || name.equals(PBES2)) {
            name = info.getAlgParameters().toString(); // the only place where it says which
        }
        // Fails for passphrases that are not ASCII; BouncyCastle takes them as OpenSSL does, in UTF-8.
        SecretKey key = SecretKeyFactory.getInstance(name).generateSecret(new PBEKeySpec(phrase));
        Cipher cipher = Cipher.getInstance(name);
        cipher.init(Cipher.DECRYPT_MODE, key, info.getAlgParameters());
        return () -> cipher.doFinal(info.getEncryptedData());
    }

    /** Gives what it was given. */
    private static final class Given extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] given;

        Given(byte[] given) {
            this.given = given;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(given, 0, bytes, 0, bytes.length);
        }
    }
}
