package io.jenkins.plugins.networkshell.engine.ssh.kex;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;

/** Combines the two agreements of the hybrid methods. */
final class Hybrids {
    private Hybrids() {}

    static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** The hash of both secrets, which enters further hashes as a string. */
    static BigInteger combined(MessageDigest digest, byte[] first, byte[] second) {
        digest.update(first);
        return new FixedBytes(digest.digest(second));
    }
}
