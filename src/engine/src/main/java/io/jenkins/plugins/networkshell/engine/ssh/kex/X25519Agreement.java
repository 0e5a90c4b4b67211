package io.jenkins.plugins.networkshell.engine.ssh.kex;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.bouncycastle.math.ec.rfc7748.X25519;

/**
 * Curve25519 (RFC 8731), with BouncyCastle's X25519: Java's own takes three times as long, and in a process that has just
 * started it has to be found among the providers first.
 */
final class X25519Agreement implements KeyAgreement {
    static final int LENGTH = X25519.POINT_SIZE;

    private final byte[] number = new byte[X25519.SCALAR_SIZE];
    private final byte[] offer = new byte[LENGTH];

    X25519Agreement() {
        X25519.generatePrivateKey(new SecureRandom(), number);
        X25519.generatePublicKey(number, 0, offer, 0);
    }

    @Override
    public byte[] offer() {
        return offer.clone();
    }

    @Override
    public BigInteger agree(byte[] reply) throws GeneralSecurityException {
        return new BigInteger(1, secret(reply));
    }

    /** The 32 bytes of the shared secret, for the hybrid methods. */
    byte[] secret(byte[] reply) throws GeneralSecurityException {
        Lengths.check(reply, LENGTH);
        byte[] secret = new byte[LENGTH];
        // All zeros: the server has chosen a point that makes the secret known, whatever our number is.
        if (!X25519.calculateAgreement(number, 0, reply, 0, secret, 0)) {
            throw new GeneralSecurityException("The server's point is of small order");
        }
        return secret;
    }
}
