package io.jenkins.plugins.networkshell.engine.ssh.kex;

import io.jenkins.plugins.networkshell.engine.ssh.key.EcPoints;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPublicKeySpec;

/** ECDH over a NIST curve (RFC 5656), with Java's own EC. */
final class NistAgreement implements KeyAgreement {
    private final KeyPair keys;

    /** @param curve for instance {@code secp256r1} */
    NistAgreement(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        keys = generator.generateKeyPair();
    }

    @Override
    public byte[] offer() {
        return EcPoints.encode((ECPublicKey) keys.getPublic());
    }

    @Override
    public BigInteger agree(byte[] reply) throws GeneralSecurityException {
        ECPublicKey own = (ECPublicKey) keys.getPublic();
        javax.crypto.KeyAgreement agreement = javax.crypto.KeyAgreement.getInstance("ECDH");
        agreement.init(keys.getPrivate());
        // Java checks that the point is on the curve.
        agreement.doPhase(
                KeyFactory.getInstance("EC")
                        .generatePublic(new ECPublicKeySpec(EcPoints.decode(reply, own.getParams()), own.getParams())),
                true);
        return new BigInteger(1, agreement.generateSecret());
    }
}
