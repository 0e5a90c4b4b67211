package io.jenkins.plugins.networkshell.engine.ssh.kex;

import java.math.BigInteger;
import java.security.GeneralSecurityException;

/** Our side of one key agreement. Used once, by one thread. */
interface KeyAgreement {
    /** What is sent to the server: a public key, or for a hybrid two of them. */
    byte[] offer() throws GeneralSecurityException;

    /**
     * The shared secret, as the number whose {@code mpint} enters the exchange hash and the derivation of keys.
     *
     * @param reply the server's half
     * @throws GeneralSecurityException if the reply has the wrong length or is not a valid key
     */
    BigInteger agree(byte[] reply) throws GeneralSecurityException;
}
