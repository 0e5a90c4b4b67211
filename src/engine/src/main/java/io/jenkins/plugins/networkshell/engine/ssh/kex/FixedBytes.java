package io.jenkins.plugins.networkshell.engine.ssh.kex;

import java.math.BigInteger;

/**
 * A shared secret that is hashed as a string of fixed length. SSHJ writes every shared secret as an {@code mpint}, that
 * is, the bytes of {@link BigInteger#toByteArray()} preceded by their length. The hybrid methods hash a string instead,
 * which differs only in leading zero bytes: none may be added or removed.
 */
final class FixedBytes extends BigInteger {
    private static final long serialVersionUID = 1L;

    private final byte[] bytes;

    FixedBytes(byte[] bytes) {
        super(1, bytes);
        this.bytes = bytes.clone();
    }

    @Override
    public byte[] toByteArray() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
