package io.jenkins.plugins.networkshell.engine.ssh.kex;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.MLKEMKeyPairGenerator;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.params.MLKEMKeyGenerationParameters;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPublicKeyParameters;

/**
 * {@code mlkem768x25519-sha256}: ML-KEM 768 (FIPS 203) together with X25519, so that a recorded session stays secret as
 * long as one of them is secure. Source: draft-ietf-sshm-mlkem-hybrid-kex.
 */
final class MlKemAgreement implements KeyAgreement {
    private static final int CIPHERTEXT_LENGTH = 1088;

    private final X25519Agreement curve = new X25519Agreement();
    private final AsymmetricCipherKeyPair keys;

    MlKemAgreement() throws GeneralSecurityException {
        MLKEMKeyPairGenerator generator = new MLKEMKeyPairGenerator();
        generator.init(new MLKEMKeyGenerationParameters(new SecureRandom(), MLKEMParameters.ml_kem_768));
        keys = generator.generateKeyPair();
    }

    @Override
    public byte[] offer() {
        return Hybrids.joined(((MLKEMPublicKeyParameters) keys.getPublic()).getEncoded(), curve.offer());
    }

    @Override
    public BigInteger agree(byte[] reply) throws GeneralSecurityException {
        Lengths.check(reply, CIPHERTEXT_LENGTH + X25519Agreement.LENGTH);
        byte[] secret = new MLKEMExtractor((MLKEMPrivateKeyParameters) keys.getPrivate())
                .extractSecret(Arrays.copyOf(reply, CIPHERTEXT_LENGTH));
        byte[] other = curve.secret(Arrays.copyOfRange(reply, CIPHERTEXT_LENGTH, reply.length));
        return Hybrids.combined(MessageDigest.getInstance("SHA-256"), secret, other);
    }
}
