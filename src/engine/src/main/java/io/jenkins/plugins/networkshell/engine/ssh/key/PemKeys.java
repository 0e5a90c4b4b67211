package io.jenkins.plugins.networkshell.engine.ssh.key;

import io.jenkins.plugins.networkshell.engine.Secret;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;

/**
 * Private keys in PEM (RFC 7468): PKCS#8 (RFC 5958), encrypted or not, and OpenSSL's older formats. BouncyCastle reads
 * and decrypts them as a library, without being registered as a provider. The resulting keys are Java's own.
 */
final class PemKeys {
    private PemKeys() {}

    /**
     * @param passphrase for an encrypted key, otherwise null
     * @throws UnknownEncryptionException if the passphrase is not the cause
     * @throws IOException if the passphrase is wrong or the key is damaged
     */
    static KeyPair read(String text, Secret passphrase) throws IOException, GeneralSecurityException {
        Object parsed;
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            do { // EC keys of OpenSSL begin with their parameters
                parsed = parser.readObject();
            } while (parsed != null && !isKey(parsed));
        }
        char[] phrase = passphrase == null ? new char[0] : passphrase.reveal().toCharArray();
        try {
            return pair(PrivateKeyFactory.createKey(info(parsed, phrase)));
        } finally {
            Arrays.fill(phrase, '\0');
        }
    }

    private static boolean isKey(Object parsed) {
        return parsed instanceof PEMKeyPair
                || parsed instanceof PEMEncryptedKeyPair
                || parsed instanceof PrivateKeyInfo
                || parsed instanceof PKCS8EncryptedPrivateKeyInfo;
    }

    private static PrivateKeyInfo info(Object parsed, char[] phrase) throws IOException {
        if (parsed instanceof PEMKeyPair plain) {
            return plain.getPrivateKeyInfo();
        }
        if (parsed instanceof PrivateKeyInfo plain) {
            return plain;
        }
        if (parsed instanceof PEMEncryptedKeyPair encrypted) {
            return encrypted
                    .decryptKeyPair(new JcePEMDecryptorProviderBuilder()
                            .setProvider(new BouncyCastleProvider())
                            .build(phrase))
                    .getPrivateKeyInfo();
        }
        if (parsed instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
            return decrypted(encrypted, phrase);
        }
        throw new PEMException("no private key");
    }

    private static PrivateKeyInfo decrypted(PKCS8EncryptedPrivateKeyInfo encrypted, char[] phrase) throws IOException {
        InputDecryptorProvider provider = new JcePKCSPBEInputDecryptorProviderBuilder()
                .setProvider(new BouncyCastleProvider())
                .build(phrase);
        try {
            provider.get(encrypted.getEncryptionAlgorithm()); // fails before the passphrase matters
        } catch (OperatorCreationException | RuntimeException e) {
            throw new UnknownEncryptionException(e);
        }
        try {
            return encrypted.decryptPrivateKeyInfo(provider);
        } catch (PKCSException e) {
            throw new IOException("not decrypted", e);
        }
    }

    private static KeyPair pair(AsymmetricKeyParameter key) throws IOException, GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance(algorithm(key));
        return new KeyPair(
                factory.generatePublic(
                        new X509EncodedKeySpec(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(publicKey(key))
                                .getEncoded())),
                factory.generatePrivate(new PKCS8EncodedKeySpec(encoded(key))));
    }

    private static byte[] encoded(AsymmetricKeyParameter key) throws IOException {
        PrivateKeyInfo info = PrivateKeyInfoFactory.createPrivateKeyInfo(key);
        // Version 1, without the public key of RFC 5958, which Java 17 does not accept.
        return new PrivateKeyInfo(info.getPrivateKeyAlgorithm(), info.parsePrivateKey()).getEncoded();
    }

    private static String algorithm(AsymmetricKeyParameter key) throws PEMException {
        if (key instanceof RSAPrivateCrtKeyParameters) {
            return "RSA";
        }
        if (key instanceof ECPrivateKeyParameters) {
            return "EC";
        }
        if (key instanceof Ed25519PrivateKeyParameters) {
            return "Ed25519";
        }
        throw new PEMException("a key of another type");
    }

    private static AsymmetricKeyParameter publicKey(AsymmetricKeyParameter key) {
        if (key instanceof RSAPrivateCrtKeyParameters rsa) {
            return new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent());
        }
        if (key instanceof ECPrivateKeyParameters ec) {
            BigInteger number = ec.getD();
            return new ECPublicKeyParameters(
                    new FixedPointCombMultiplier().multiply(ec.getParameters().getG(), number), ec.getParameters());
        }
        return ((Ed25519PrivateKeyParameters) key).generatePublicKey();
    }
}
