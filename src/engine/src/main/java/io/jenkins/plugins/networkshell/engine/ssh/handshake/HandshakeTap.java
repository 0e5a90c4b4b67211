package io.jenkins.plugins.networkshell.engine.ssh.handshake;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Passes bytes on and remembers those before encryption: the identification line, the text before it, and the server's
 * algorithm lists. SSHJ exposes none of these, but error messages need them.
 *
 * <p>Stops remembering after the first SSH packet; from then on it costs one comparison per read.
 */
public final class HandshakeTap extends FilterInputStream {
    /**
     * Much more than any notice before an identification; a peer that sends more does not speak SSH. SSHJ scans all of
     * it again with each byte.
     */
    private static final int MOST_BEFORE_IDENTIFICATION = 16 * 1024;

    /** Much more than the notice and the algorithm lists together. */
    private static final int LONGEST = 64 * 1024;

    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    private boolean identified;
    private volatile boolean done;
    private volatile boolean ended;

    public HandshakeTap(InputStream in) {
        super(in);
    }

    /** The server's messages so far. */
    public ServerHello hello() {
        synchronized (seen) {
            return ServerHello.parse(seen.toByteArray());
        }
    }

    /** Whether the other side has closed the connection. */
    public boolean hasEnded() {
        return ended;
    }

    /** Called after the key exchange: nothing that follows is needed. */
    public void stop() {
        done = true;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count;
        try {
            count = super.read(buffer, offset, length);
        } catch (IOException e) {
            ended = true; // a reset, for the reader
            throw e;
        }
        if (count < 0) {
            ended = true;
        }
        if (!done && count > 0) {
            remember(buffer, offset, count);
        }
        return count;
    }

    private void remember(byte[] buffer, int offset, int count) throws IOException {
        synchronized (seen) {
            seen.write(buffer, offset, count);
            if (!identified && seen.size() > MOST_BEFORE_IDENTIFICATION) {
                if (hello().identification().isEmpty()) {
                    done = true;
                    throw new IOException(
                            "no SSH identification in the first " + MOST_BEFORE_IDENTIFICATION + " bytes");
                }
                identified = true;
            }
            if (seen.size() > LONGEST) {
                done = true;
            }
        }
    }
}
