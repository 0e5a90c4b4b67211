package io.jenkins.plugins.networkshell.engine.ssh.handshake;

import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.transport.cipher.Cipher;
import net.schmizz.sshj.transport.mac.MAC;

/**
 * Makes Java use the processor's instructions for a cipher. Java does so only after some thousand calls, whatever their
 * size. At one call per packet of 32 KiB, the first 60 MB of a transfer would be encrypted at a fraction of the speed
 * of the rest. This class makes those calls in advance with tiny inputs: some 100 ms in a new process, almost nothing
 * in a warm one.
 */
public final class CipherWarmUp {
    private static final int PACKET = 32 * 1024;
    /** If a packet is encrypted and decrypted within this time, the instructions are in use. */
    private static final long FAST_NANOS = 200_000;

    private static final int CALLS_PER_ROUND = 500;
    /** The limit for ciphers that stay slow. */
    private static final int MOST_ROUNDS = 20;

    /** The smallest input that takes the path of a whole packet: several blocks of every cipher. */
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
        // Dummy keys, because nothing here leaves the process.
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

    /** Processes a packet like the transport. */
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
