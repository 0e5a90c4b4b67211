package io.jenkins.plugins.networkshell.engine.ssh.key;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.Provider;
import java.security.Security;
import java.util.concurrent.Callable;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.InputDecryptor;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;

/** What {@link Pkcs8} needs of BouncyCastle, which a process may lack: in a class of its own, loaded when it is needed. */
final class BouncyCastlePkcs8 {
    private BouncyCastlePkcs8() {}

    /**
     * @return what decrypts the key, or fails where the passphrase is wrong
     * @throws Pkcs8.UnknownEncryptionException when BouncyCastle does not know it either, or it is no encrypted key
     */
    static Callable<byte[]> unlocking(byte[] encrypted, char[] phrase) throws IOException {
        try {
            PKCS8EncryptedPrivateKeyInfo info = new PKCS8EncryptedPrivateKeyInfo(encrypted);
            Provider registered = Security.getProvider(BouncyCastleProvider.PROVIDER_NAME);
            InputDecryptor decryptor = new JcePKCSPBEInputDecryptorProviderBuilder()
                    .setProvider(registered == null ? new BouncyCastleProvider() : registered)
                    .build(phrase)
                    .get(info.getEncryptionAlgorithm());
            return () -> {
                try (InputStream plain = decryptor.getInputStream(new ByteArrayInputStream(info.getEncryptedData()))) {
                    return plain.readAllBytes();
                }
            };
        } catch (OperatorCreationException | RuntimeException e) {
            throw new Pkcs8.UnknownEncryptionException(e);
        }
    }
}
