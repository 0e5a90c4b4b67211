package io.jenkins.plugins.networkshell.engine.ssh.kex;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import javax.crypto.interfaces.DHPublicKey;
import javax.crypto.spec.DHParameterSpec;
import javax.crypto.spec.DHPublicKeySpec;

/** Diffie-Hellman over a prime field (RFC 4253 section 8). */
final class GroupAgreement implements KeyAgreement {
    private final BigInteger prime;
    private final BigInteger generator;
    private final KeyPair keys;

    GroupAgreement(BigInteger prime, BigInteger generator) throws GeneralSecurityException {
        this.prime = prime;
        this.generator = generator;
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("DH");
        pairs.initialize(new DHParameterSpec(prime, generator));
        keys = pairs.generateKeyPair();
    }

    @Override
    public byte[] offer() {
        return ((DHPublicKey) keys.getPublic()).getY().toByteArray();
    }

    @Override
    public BigInteger agree(byte[] reply) throws GeneralSecurityException {
        javax.crypto.KeyAgreement agreement = javax.crypto.KeyAgreement.getInstance("DH");
        agreement.init(keys.getPrivate());
        // Java rejects 0, 1 and prime - 1, which would make the secret known.
        agreement.doPhase(
                KeyFactory.getInstance("DH")
                        .generatePublic(new DHPublicKeySpec(new BigInteger(reply), prime, generator)),
                true);
        return new BigInteger(1, agreement.generateSecret());
    }
}
