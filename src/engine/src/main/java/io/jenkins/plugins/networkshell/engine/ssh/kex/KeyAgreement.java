package io.jenkins.plugins.networkshell.engine.ssh.kex;

import java.math.BigInteger;
import java.security.GeneralSecurityException;

/** Our side of one key agreement. Used once, by one thread. */
interface KeyAgreement {
    /** The message to the server: a public key, or two of them for a hybrid. */
    byte[] offer() throws GeneralSecurityException;

    /**
     * The shared secret, as the number whose {@code mpint} enters the exchange hash and the derivation of keys.
     *
     * @param reply the server's half
     * @throws GeneralSecurityException if the reply has the wrong length or is not a valid key
     */
    BigInteger agree(byte[] reply) throws GeneralSecurityException;
}
