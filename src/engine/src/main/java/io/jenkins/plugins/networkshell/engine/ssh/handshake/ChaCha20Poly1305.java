package io.jenkins.plugins.networkshell.engine.ssh.handshake;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.transport.cipher.Cipher;
import org.bouncycastle.crypto.engines.ChaChaEngine;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * {@code chacha20-poly1305@openssh.com} (OpenSSH's PROTOCOL.chacha20poly1305). SSHJ's implementation needs a registered
 * provider for ChaCha and Poly1305; this one uses BouncyCastle as a library. Some small servers (tinysshd) have no
 * other cipher.
 */
final class ChaCha20Poly1305 implements Cipher {
    private static final int KEY_LENGTH = 32;
    private static final int TAG_LENGTH = 16;
    private static final int HEADER_LENGTH = 4;
    private static final int BLOCK_LENGTH = 64;

    private final ChaChaEngine payload = new ChaChaEngine();
    private final ChaChaEngine header = new ChaChaEngine();
    private final Poly1305 authenticator = new Poly1305();
    private final byte[] encryptedHeader = new byte[HEADER_LENGTH];
    private final byte[] tag = new byte[TAG_LENGTH];
    private KeyParameter payloadKey;
    private KeyParameter headerKey;
    private boolean encrypting;

    /** Creates one for each direction. */
    static final class Factory implements net.schmizz.sshj.common.Factory.Named<Cipher> {
        @Override
        public Cipher create() {
            return new ChaCha20Poly1305();
        }

        @Override
        public String getName() {
            return "chacha20-poly1305@openssh.com";
        }

        @Override
        public String toString() {
            return getName();
        }
    }

    /** For SSHJ, this is the length of the key. */
    @Override
    public int getBlockSize() {
        return 2 * KEY_LENGTH;
    }

    @Override
    public int getIVSize() {
        return 0;
    }

    @Override
    public int getAuthenticationTagSize() {
        return TAG_LENGTH;
    }

    @Override
    public void init(Mode mode, byte[] key, byte[] iv) {
        encrypting = mode == Mode.Encrypt;
        payloadKey = new KeyParameter(key, 0, KEY_LENGTH);
        headerKey = new KeyParameter(key, KEY_LENGTH, KEY_LENGTH);
        setSequenceNumber(0);
    }

    /** The packet number is the nonce. The first block of the stream is the authenticator's key. */
    @Override
    public void setSequenceNumber(long sequence) {
        byte[] nonce = ByteBuffer.allocate(Long.BYTES).putLong(sequence).array();
        header.init(true, new ParametersWithIV(headerKey, nonce));
        payload.init(true, new ParametersWithIV(payloadKey, nonce));
        byte[] first = new byte[BLOCK_LENGTH];
        payload.processBytes(first, 0, BLOCK_LENGTH, first, 0);
        authenticator.init(new KeyParameter(first, 0, KEY_LENGTH));
    }

    @Override
    public void updateAAD(byte[] data, int offset, int length) {
        if (!encrypting) {
            System.arraycopy(data, offset, encryptedHeader, 0, HEADER_LENGTH);
        }
        header.processBytes(data, offset, HEADER_LENGTH, data, offset);
    }

    @Override
    public void updateAAD(byte[] data) {
        updateAAD(data, 0, HEADER_LENGTH);
    }

    @Override
    public void update(byte[] data, int offset, int length) {
        int end = offset + length;
        if (encrypting) {
            payload.processBytes(data, offset, length, data, offset);
            authenticator.update(data, offset - HEADER_LENGTH, HEADER_LENGTH + length);
            authenticator.doFinal(data, end);
            return;
        }
        authenticator.update(encryptedHeader, 0, HEADER_LENGTH);
        authenticator.update(data, offset, length);
        authenticator.doFinal(tag, 0);
        if (!MessageDigest.isEqual(tag, Arrays.copyOfRange(data, end, end + TAG_LENGTH))) {
            throw new SSHRuntimeException("MAC Error");
        }
        payload.processBytes(data, offset, length, data, offset);
    }

    @Override
    public void updateWithAAD(byte[] data, int offset, int headerLength, int length) {
        updateAAD(data, offset, headerLength);
        update(data, offset + headerLength, length);
    }
}
