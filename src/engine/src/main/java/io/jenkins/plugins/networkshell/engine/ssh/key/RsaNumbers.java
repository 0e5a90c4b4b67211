package io.jenkins.plugins.networkshell.engine.ssh.key;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;

/**
 * The numbers of an RSA key, which each format has in another order.
 *
 * @param coefficient the inverse of {@code q} modulo {@code p}
 */
record RsaNumbers(
        BigInteger modulus,
        BigInteger publicExponent,
        BigInteger privateExponent,
        BigInteger p,
        BigInteger q,
        BigInteger coefficient) {

    KeyPair pair() throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("RSA");
        return new KeyPair(
                factory.generatePublic(new RSAPublicKeySpec(modulus, publicExponent)),
                factory.generatePrivate(new RSAPrivateCrtKeySpec(
                        modulus,
                        publicExponent,
                        privateExponent,
                        p,
                        q,
                        privateExponent.mod(p.subtract(BigInteger.ONE)),
                        privateExponent.mod(q.subtract(BigInteger.ONE)),
                        coefficient)));
    }

    /** Without the numbers. */
    @Override
    public String toString() {
        return "RSA";
    }
}
