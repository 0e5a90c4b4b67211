package io.jenkins.plugins.networkshell.engine.ssh.handshake;

import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.transport.cipher.Cipher;
import net.schmizz.sshj.transport.mac.MAC;

/**
 * Brings Java to use the processor's own instructions for a cipher. It does so only after some thousand calls, however
 * little each of them is about; at one call per packet of 32 KiB, the first 60 MB of a transfer would be encrypted at a
 * fraction of the speed of the rest. So that many calls are made before, about next to nothing: some 100 ms in a process
 * that has just started, nothing in one that is warm.
 */
public final class CipherWarmUp {
    private static final int PACKET = 32 * 1024;
    /** A packet there and back within this time: the instructions are in use. */
    private static final long FAST_NANOS = 200_000;

    private static final int CALLS_PER_ROUND = 500;
    /** Ciphers that are slow whatever is done get no more than this. */
    private static final int MOST_ROUNDS = 20;

    /** As little as takes the path of a whole packet: several blocks of all ciphers. */
    private static final int LITTLE = 64;

    private static final int LENGTH_FIELD = 4;

    private final Cipher encrypting;
    private final Cipher decrypting;
    private final MAC mac;
    private final byte[] packet;
    private long sequence;

    private CipherWarmUp(Factory<Cipher> ciphers, Factory<MAC> macs) {
        encrypting = ciphers.create();
        decrypting = ciphers.create();
        // Keys of no meaning, for nothing that is done here leaves the process.
        byte[] key = new byte[encrypting.getBlockSize()];
        byte[] iv = new byte[encrypting.getIVSize()];
        encrypting.init(Cipher.Mode.Encrypt, key, iv);
        decrypting.init(Cipher.Mode.Decrypt, key, iv);
        mac = encrypting.getAuthenticationTagSize() > 0 ? null : macs.create();
        int after = encrypting.getAuthenticationTagSize();
        if (mac != null) {
            mac.init(new byte[mac.getBlockSize()]);
            after = mac.getBlockSize();
        }
        packet = new byte[LENGTH_FIELD + PACKET + after];
    }

    public static void run(Factory<Cipher> ciphers, Factory<MAC> macs) {
        CipherWarmUp warmUp = new CipherWarmUp(ciphers, macs);
        for (int round = 0; round < MOST_ROUNDS && !warmUp.isFast(); round++) {
            for (int call = 0; call < CALLS_PER_ROUND; call++) {
                warmUp.thereAndBack(LITTLE);
            }
        }
    }

    private boolean isFast() {
        long start = System.nanoTime();
        thereAndBack(PACKET);
        return System.nanoTime() - start < FAST_NANOS;
    }

    /** As the transport does it with a packet. */
    private void thereAndBack(int length) {
        if (mac != null) {
            encrypting.update(packet, LENGTH_FIELD, length);
            mac.update(packet, 0, LENGTH_FIELD + length);
            mac.doFinal(packet, LENGTH_FIELD + length);
            decrypting.update(packet, LENGTH_FIELD, length);
            return;
        }
        encrypting.setSequenceNumber(sequence);
        encrypting.updateWithAAD(packet, 0, LENGTH_FIELD, length);
        decrypting.setSequenceNumber(sequence);
        decrypting.updateAAD(packet, 0, LENGTH_FIELD);
        decrypting.update(packet, LENGTH_FIELD, length);
        sequence++;
    }
}
