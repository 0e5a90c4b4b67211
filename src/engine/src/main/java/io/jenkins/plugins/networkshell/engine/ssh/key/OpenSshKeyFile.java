package io.jenkins.plugins.networkshell.engine.ssh.key;

import com.hierynomus.sshj.transport.cipher.BlockCiphers;
import com.hierynomus.sshj.transport.cipher.GcmCiphers;
import com.hierynomus.sshj.userauth.keyprovider.bcrypt.BCrypt;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.HostKey;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.spec.ChaCha20ParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Ed25519KeyFactory;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.transport.cipher.Cipher;

/**
 * A private key in OpenSSH's own format; see OpenSSH's PROTOCOL.key.
 *
 * @param cipher of the encryption, or {@code none}
 * @param derivation how the cipher's key is derived from the passphrase, or {@code none}
 * @param derivationOptions its salt and number of rounds
 * @param type of the key, for instance {@code ssh-ed25519}
 * @param secret the private key, encrypted by the cipher
 * @param tag of ciphers that authenticate what they encrypt; otherwise empty
 */
record OpenSshKeyFile(
        String cipher, String derivation, byte[] derivationOptions, String type, byte[] secret, byte[] tag) {
    private static final int MAGIC = "openssh-key-v1".length() + 1;
    private static final int SEED = 32;
    private static final String CHACHA = "chacha20-poly1305@openssh.com";
    private static final int CHACHA_KEY = 32;
    private static final int CHACHA_NONCE = 12;

    /** Empty if the file is damaged. */
    static Optional<OpenSshKeyFile> parse(String text) {
        String base64 = text.lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("-----"))
                .collect(Collectors.joining());
        try {
            Buffer.PlainBuffer file = new Buffer.PlainBuffer(Base64.getDecoder().decode(base64));
            file.rpos(MAGIC);
            String cipher = file.readString();
            String derivation = file.readString();
            byte[] options = file.readBytes();
            file.readUInt32(); // number of keys, always one
            String type = HostKey.of(file.readBytes()).type();
            byte[] secret = file.readBytes();
            byte[] tag = new byte[file.available()];
            file.readRawBytes(tag);
            return Optional.of(new OpenSshKeyFile(cipher, derivation, options, type, secret, tag));
        } catch (Buffer.BufferException | RuntimeException e) {
            return Optional.empty();
        }
    }

    boolean isEncrypted() {
        return !cipher.equals("none");
    }

    /**
     * @param passphrase for an encrypted key, otherwise null
     * @throws UndecryptableKeyException if the passphrase is wrong
     */
    KeyPair read(Secret passphrase) throws IOException, GeneralSecurityException {
        Buffer.PlainBuffer fields = new Buffer.PlainBuffer(isEncrypted() ? decrypted(passphrase) : secret);
        if (fields.readUInt32() != fields.readUInt32()) {
            throw isEncrypted() ? new UndecryptableKeyException(null) : new IOException("damaged");
        }
        String keyType = fields.readString();
        if (EcdsaKeys.isType(keyType)) {
            ECPublicKey key = EcdsaKeys.read(fields);
            return EcdsaKeys.pair(key, fields.readMPInt());
        }
        return switch (keyType) {
            case KeyNames.ED25519 -> ed25519(fields);
            case KeyNames.RSA -> rsa(fields);
            default -> throw new IOException("a key of another type");
        };
    }

    private static KeyPair ed25519(Buffer.PlainBuffer fields) throws IOException, GeneralSecurityException {
        byte[] key = fields.readBytes();
        byte[] seedAndKey = fields.readBytes();
        return new KeyPair(
                Ed25519KeyFactory.getPublicKey(key), Ed25519KeyFactory.getPrivateKey(Arrays.copyOf(seedAndKey, SEED)));
    }

    private static KeyPair rsa(Buffer.PlainBuffer fields) throws IOException, GeneralSecurityException {
        BigInteger modulus = fields.readMPInt();
        BigInteger publicExponent = fields.readMPInt();
        BigInteger privateExponent = fields.readMPInt();
        BigInteger coefficient = fields.readMPInt();
        BigInteger p = fields.readMPInt();
        return new RsaNumbers(modulus, publicExponent, privateExponent, p, fields.readMPInt(), coefficient).pair();
    }

    private byte[] decrypted(Secret passphrase) throws IOException, GeneralSecurityException {
        return cipher.equals(CHACHA) ? decryptedByChaCha(passphrase) : decryptedBySshj(passphrase);
    }

    /**
     * SSHJ's implementation needs a registered provider. The nonce is zero, the first block of the key stream is that of
     * the tag, and the second key that this cipher has encrypts lengths, of which there are none here.
     */
    private byte[] decryptedByChaCha(Secret passphrase) throws IOException, GeneralSecurityException {
        byte[] keys = derived(passphrase, 2 * CHACHA_KEY);
        javax.crypto.Cipher decryption = javax.crypto.Cipher.getInstance("ChaCha20");
        decryption.init(
                javax.crypto.Cipher.DECRYPT_MODE,
                new SecretKeySpec(keys, 0, CHACHA_KEY, "ChaCha20"),
                new ChaCha20ParameterSpec(new byte[CHACHA_NONCE], 1));
        return decryption.doFinal(secret);
    }

    private byte[] decryptedBySshj(Secret passphrase) throws IOException {
        Cipher decryption = sshjCipher();
        int keyLength = decryption.getBlockSize(); // what SSHJ calls so is the length of the key
        byte[] keyAndVector = derived(passphrase, keyLength + decryption.getIVSize());
        byte[] text = Arrays.copyOf(secret, secret.length + tag.length);
        System.arraycopy(tag, 0, text, secret.length, tag.length);
        try {
            decryption.init(
                    Cipher.Mode.Decrypt,
                    Arrays.copyOf(keyAndVector, keyLength),
                    Arrays.copyOfRange(keyAndVector, keyLength, keyAndVector.length));
            decryption.update(text, 0, secret.length);
        } catch (SSHRuntimeException e) {
            throw new UndecryptableKeyException(e);
        }
        return Arrays.copyOf(text, secret.length);
    }

    private byte[] derived(Secret passphrase, int length) throws IOException {
        if (!derivation.equals("bcrypt")) {
            throw new UnknownEncryptionException(null);
        }
        Buffer.PlainBuffer options = new Buffer.PlainBuffer(derivationOptions);
        byte[] phrase = passphrase.reveal().getBytes(StandardCharsets.UTF_8);
        byte[] derived = new byte[length];
        new BCrypt().pbkdf(phrase, options.readBytes(), options.readUInt32AsInt(), derived);
        Arrays.fill(phrase, (byte) 0);
        return derived;
    }

    private Cipher sshjCipher() throws UnknownEncryptionException {
        return Stream.<Factory.Named<Cipher>>of(
                        BlockCiphers.AES256CTR(),
                        BlockCiphers.AES192CTR(),
                        BlockCiphers.AES128CTR(),
                        BlockCiphers.AES256CBC(),
                        BlockCiphers.AES192CBC(),
                        BlockCiphers.AES128CBC(),
                        BlockCiphers.TripleDESCBC(),
                        GcmCiphers.AES256GCM(),
                        GcmCiphers.AES128GCM())
                .filter(factory -> factory.getName().equals(cipher))
                .findFirst()
                .orElseThrow(() -> new UnknownEncryptionException(null))
                .create();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return type;
    }
}
