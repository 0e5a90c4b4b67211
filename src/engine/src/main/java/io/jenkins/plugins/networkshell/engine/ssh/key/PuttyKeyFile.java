package io.jenkins.plugins.networkshell.engine.ssh.key;

import io.jenkins.plugins.networkshell.engine.Secret;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.DSAPrivateKeySpec;
import java.security.spec.DSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Ed25519KeyFactory;

/** A private key in PuTTY's format, version 1 to 3; see appendix C of PuTTY's manual. */
final class PuttyKeyFile {
    private static final String FIRST_LINE = "PuTTY-User-Key-File-";
    private static final String LINES = "-Lines";
    private static final int SEED = 32;

    private final int version;
    private final String type;
    private final Map<String, String> headers = new HashMap<>();
    /** Base64 texts, each under the name of its header. */
    private final Map<String, String> blocks = new HashMap<>();

    private PuttyKeyFile(String firstLine) throws IOException {
        int colon = firstLine.indexOf(": ");
        if (!firstLine.startsWith(FIRST_LINE) || colon < 0) {
            throw new IOException("no PuTTY key");
        }
        version = Integer.parseInt(firstLine.substring(FIRST_LINE.length(), colon));
        type = firstLine.substring(colon + 2);
    }

    static PuttyKeyFile parse(String text) throws IOException {
        Iterator<String> lines = text.lines().iterator();
        PuttyKeyFile file = new PuttyKeyFile(lines.next());
        while (lines.hasNext()) {
            String line = lines.next();
            int colon = line.indexOf(": ");
            if (colon < 0) {
                continue; // an empty comment, or an empty line at the end
            }
            String name = line.substring(0, colon);
            String value = line.substring(colon + 2);
            if (name.endsWith(LINES)) {
                StringBuilder block = new StringBuilder();
                for (int left = Integer.parseInt(value); left > 0; left--) {
                    block.append(lines.next().strip());
                }
                file.blocks.put(name, block.toString());
            } else {
                file.headers.put(name, value);
            }
        }
        return file;
    }

    int version() {
        return version;
    }

    /** For instance {@code ssh-rsa}. */
    String type() {
        return type;
    }

    /** The value of a header; empty if there is none. */
    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    byte[] publicKey() {
        return block("Public");
    }

    private byte[] block(String name) {
        return Base64.getDecoder().decode(blocks.getOrDefault(name + LINES, ""));
    }

    /**
     * @param passphrase for an encrypted key, otherwise null
     * @throws UndecryptableKeyException if the passphrase is wrong
     */
    KeyPair read(Secret passphrase) throws IOException, GeneralSecurityException {
        byte[] secret = block("Private");
        Buffer.PlainBuffer key = new Buffer.PlainBuffer(publicKey());
        Buffer.PlainBuffer secrets = new Buffer.PlainBuffer(
                passphrase == null
                        ? secret
                        : PuttyEncryption.of(this, passphrase).decrypt(secret));
        key.readString(); // the type
        if (EcdsaKeys.isType(type)) {
            return EcdsaKeys.pair(EcdsaKeys.read(key), secrets.readMPInt());
        }
        return switch (type) {
            case KeyNames.ED25519 ->
                new KeyPair(
                        Ed25519KeyFactory.getPublicKey(key.readBytes()),
                        // a number with its lowest byte first, so zeros may be missing at the end
                        Ed25519KeyFactory.getPrivateKey(Arrays.copyOf(secrets.readBytes(), SEED)));
            case KeyNames.RSA -> rsa(key, secrets);
            case KeyNames.DSA -> dsa(key, secrets);
            default -> throw new IOException("a key of another type");
        };
    }

    private static KeyPair rsa(Buffer.PlainBuffer key, Buffer.PlainBuffer secrets)
            throws IOException, GeneralSecurityException {
        BigInteger publicExponent = key.readMPInt();
        BigInteger modulus = key.readMPInt();
        BigInteger privateExponent = secrets.readMPInt();
        BigInteger p = secrets.readMPInt();
        BigInteger q = secrets.readMPInt();
        return new RsaNumbers(modulus, publicExponent, privateExponent, p, q, secrets.readMPInt()).pair();
    }

    private static KeyPair dsa(Buffer.PlainBuffer key, Buffer.PlainBuffer secrets)
            throws IOException, GeneralSecurityException {
        BigInteger p = key.readMPInt();
        BigInteger q = key.readMPInt();
        BigInteger g = key.readMPInt();
        KeyFactory factory = KeyFactory.getInstance("DSA");
        return new KeyPair(
                factory.generatePublic(new DSAPublicKeySpec(key.readMPInt(), p, q, g)),
                factory.generatePrivate(new DSAPrivateKeySpec(secrets.readMPInt(), p, q, g)));
    }
}
