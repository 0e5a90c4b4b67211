package io.jenkins.plugins.networkshell.engine.ssh.kex;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.pqc.crypto.ntruprime.SNTRUPrimeKEMExtractor;
import org.bouncycastle.pqc.crypto.ntruprime.SNTRUPrimeKeyGenerationParameters;
import org.bouncycastle.pqc.crypto.ntruprime.SNTRUPrimeKeyPairGenerator;
import org.bouncycastle.pqc.crypto.ntruprime.SNTRUPrimeParameters;
import org.bouncycastle.pqc.crypto.ntruprime.SNTRUPrimePrivateKeyParameters;
import org.bouncycastle.pqc.crypto.ntruprime.SNTRUPrimePublicKeyParameters;

/**
 * {@code sntrup761x25519-sha512}: Streamlined NTRU Prime together with X25519, which OpenSSH had before ML-KEM.
 * Generating a key takes several times as long as with ML-KEM. Source: draft-ietf-sshm-ntruprime-ssh.
 */
final class NtruPrimeAgreement implements KeyAgreement {
    private static final int CIPHERTEXT_LENGTH = 1039;
    private static final int SECRET_LENGTH = 32;

    private final X25519Agreement curve = new X25519Agreement();
    private final AsymmetricCipherKeyPair keys;

    NtruPrimeAgreement() throws GeneralSecurityException {
        SNTRUPrimeKeyPairGenerator generator = new SNTRUPrimeKeyPairGenerator();
        generator.init(new SNTRUPrimeKeyGenerationParameters(new SecureRandom(), SNTRUPrimeParameters.sntrup761));
        keys = generator.generateKeyPair();
    }

    @Override
    public byte[] offer() {
        return Hybrids.joined(((SNTRUPrimePublicKeyParameters) keys.getPublic()).getEncoded(), curve.offer());
    }

    @Override
    public BigInteger agree(byte[] reply) throws GeneralSecurityException {
        Lengths.check(reply, CIPHERTEXT_LENGTH + X25519Agreement.LENGTH);
        byte[] secret = new SNTRUPrimeKEMExtractor((SNTRUPrimePrivateKeyParameters) keys.getPrivate())
                .extractSecret(Arrays.copyOf(reply, CIPHERTEXT_LENGTH));
        byte[] other = curve.secret(Arrays.copyOfRange(reply, CIPHERTEXT_LENGTH, reply.length));
        return Hybrids.combined(MessageDigest.getInstance("SHA-512"), Arrays.copyOf(secret, SECRET_LENGTH), other);
    }
}
