package io.jenkins.plugins.networkshell.engine.ssh.kex;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Curve25519 (RFC 8731), with Java's own X25519. */
final class X25519Agreement implements KeyAgreement {
    static final int LENGTH = 32;

    /** The beginning of an X25519 public key in X.509 encoding (RFC 8410); the 32 bytes of the key follow. */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b656e032100");

    private final KeyPair keys;

    X25519Agreement() throws GeneralSecurityException {
        keys = KeyPairGenerator.getInstance("X25519").generateKeyPair();
    }

    @Override
    public byte[] offer() {
        byte[] encoded = keys.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length);
    }

    @Override
    public BigInteger agree(byte[] reply) throws GeneralSecurityException {
        return new BigInteger(1, secret(reply));
    }

    /** The 32 bytes of the shared secret, for the hybrid methods. Java rejects a result of all zeros. */
    byte[] secret(byte[] reply) throws GeneralSecurityException {
        Lengths.check(reply, LENGTH);
        byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + LENGTH);
        System.arraycopy(reply, 0, encoded, PREFIX.length, LENGTH);
        javax.crypto.KeyAgreement agreement = javax.crypto.KeyAgreement.getInstance("X25519");
        agreement.init(keys.getPrivate());
        agreement.doPhase(KeyFactory.getInstance("X25519").generatePublic(new X509EncodedKeySpec(encoded)), true);
        return agreement.generateSecret();
    }
}
