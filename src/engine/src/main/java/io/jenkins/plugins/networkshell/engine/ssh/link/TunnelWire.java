package io.jenkins.plugins.networkshell.engine.ssh.link;

import io.jenkins.plugins.networkshell.engine.ssh.channel.DeviceChannel;
import io.jenkins.plugins.networkshell.engine.ssh.task.DeferredInterrupt;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;

/** A connection to another host through an open SSH connection ({@code direct-tcpip}, RFC 4254 section 7.2). */
final class TunnelWire implements Wire {
    private final DeviceChannel channel;
    private volatile boolean closed;

    private TunnelWire(DeviceChannel channel) {
        this.channel = channel;
    }

    static TunnelWire open(SshLink jumpHost, String host, int port) throws IOException {
        DeviceChannel channel = DeviceChannel.tunnel(jumpHost.connection(), host, port);
        jumpHost.open(channel);
        return new TunnelWire(channel);
    }

    @Override
    public InputStream input() {
        return new Input();
    }

    @Override
    public OutputStream output() {
        return new Output();
    }

    @Override
    public void close() {
        closed = true;
        channel.output().end();
        channel.wake();
        channel.sendCloseQuietly();
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted");
    }

    private final class Input extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                int count = 0;
                while (count == 0 && !closed) {
                    count = channel.output().take(buffer, offset, length, Long.MAX_VALUE);
                }
                if (count > 0) {
                    channel.taken(count);
                    return count;
                }
            } catch (InterruptedException e) {
                throw interrupted();
            }
            Throwable failure = channel.output().failure();
            if (failure != null) {
                throw new JumpHostLostException(failure);
            }
            return -1;
        }

        @Override
        public void close() {
            TunnelWire.this.close();
        }
    }

    private final class Output extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            DeferredInterrupt interruption = new DeferredInterrupt();
            try {
                int sent = 0;
                while (sent < length) {
                    interruption.look();
                    sent += sendSome(bytes, offset + sent, length - sent, interruption);
                }
            } finally {
                interruption.giveBack();
            }
        }

        private int sendSome(byte[] bytes, int offset, int length, DeferredInterrupt interruption) throws IOException {
            try {
                int sent = channel.sendSome(bytes, offset, length, () -> closed, interruption.nanosLeft());
                if (sent == 0) {
                    TunnelWire.this.close(); // half a packet was sent
                    throw new IOException("closed");
                }
                return sent;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // noticed before the next attempt
                return 0;
            }
        }

        @Override
        public void close() {
            TunnelWire.this.close();
        }
    }
}
