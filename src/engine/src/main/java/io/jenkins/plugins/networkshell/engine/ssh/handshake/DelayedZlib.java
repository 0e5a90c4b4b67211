package io.jenkins.plugins.networkshell.engine.ssh.handshake;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.transport.compression.Compression;
import net.schmizz.sshj.transport.compression.DelayedZlibCompression;

/**
 * Compression that starts after the login, {@code zlib@openssh.com}. SSHJ's implementation inflates packets without a
 * limit: 256 kB can become 256 MB of memory.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // as declared by SSHJ
public final class DelayedZlib implements Compression {
    /** The same as SSHJ's limit for uncompressed packets. */
    private static final int LARGEST_PACKET = 256 * 1024;

    private final Compression sshj = new DelayedZlibCompression();
    private final byte[] piece = new byte[32 * 1024];
    private Inflater inflater;

    /** The factory, by the protocol's name. */
    public static final class Factory implements net.schmizz.sshj.common.Factory.Named<Compression> {
        @Override
        public Compression create() {
            return new DelayedZlib();
        }

        @Override
        public String getName() {
            return "zlib@openssh.com";
        }
    }

    @Override
    public void init(Mode mode) {
        if (mode == Mode.INFLATE) {
            inflater = new Inflater();
        } else {
            sshj.init(mode);
        }
    }

    @Override
    public boolean isDelayed() {
        return true;
    }

    @Override
    public void compress(Buffer buffer) {
        sshj.compress(buffer);
    }

    @Override
    public void uncompress(Buffer from, Buffer to) throws TransportException {
        inflater.setInput(from.array(), from.rpos(), from.available());
        try {
            for (int count = inflater.inflate(piece); count > 0; count = inflater.inflate(piece)) {
                if (to.available() + count > LARGEST_PACKET) {
                    throw new TransportException(
                            DisconnectReason.COMPRESSION_ERROR, "a packet grows to more than 256 KiB when inflated");
                }
                to.putRawBytes(piece, 0, count);
            }
        } catch (DataFormatException e) {
            throw new TransportException(DisconnectReason.COMPRESSION_ERROR, "a packet can't be inflated");
        }
    }
}
