package io.jenkins.plugins.networkshell.engine.ssh.link;

import io.jenkins.plugins.networkshell.engine.ssh.task.DeferredInterrupt;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;

/**
 * A TCP connection with a non-blocking channel. Threads wait with selectors, so that interrupts reach readers and
 * writers. A plain socket ignores interrupts, and a blocking channel is closed by one in the middle of a packet,
 * although others use the connection.
 */
final class SocketWire implements Wire {
    /**
     * The size of one write, because Java copies it to memory outside its heap and keeps that memory for the thread.
     */
    private static final int LARGEST_WRITE = 128 * 1024;

    private final SocketChannel channel;
    private Selector readable;
    /** Null until a write must wait, which never happens in most sessions. */
    private Selector writable;

    SocketWire() throws IOException {
        channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    }

    void connect(SocketAddress address, int timeoutMillis) throws IOException {
        channel.socket().connect(address, timeoutMillis);
        channel.configureBlocking(false);
        synchronized (this) {
            readable = selector(SelectionKey.OP_READ);
        }
    }

    private synchronized Selector readable() {
        return readable;
    }

    private synchronized Selector writable() throws IOException {
        if (writable == null) {
            writable = selector(SelectionKey.OP_WRITE);
        }
        return writable;
    }

    /** @throws ClosedChannelException after {@link #close} */
    private Selector selector(int operation) throws IOException {
        Selector selector = Selector.open();
        try {
            channel.register(selector, operation);
            return selector;
        } catch (IOException e) {
            selector.close();
            throw e;
        }
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
    public synchronized void close() throws IOException {
        channel.close();
        // A selector does not notice that its channel was closed.
        if (readable != null) {
            readable.close();
        }
        if (writable != null) {
            writable.close();
        }
    }

    private static void await(Selector selector, long millis) throws IOException {
        try {
            selector.select(ignored -> {}, millis);
        } catch (ClosedSelectorException e) {
            throw (IOException) new ClosedChannelException().initCause(e);
        }
    }

    private final class Input extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
            int count = channel.read(buffer);
            while (count == 0 && length > 0) {
                await(readable(), 0);
                if (Thread.currentThread().isInterrupted()) {
                    SocketWire.this.close(); // nobody will read the rest
                    throw new ClosedByInterruptException();
                }
                count = channel.read(buffer);
            }
            return count;
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
                for (int at = offset; at < offset + length; at += LARGEST_WRITE) {
                    write(ByteBuffer.wrap(bytes, at, Math.min(LARGEST_WRITE, offset + length - at)), interruption);
                }
            } finally {
                interruption.giveBack();
            }
        }

        private void write(ByteBuffer buffer, DeferredInterrupt interruption) throws IOException {
            while (true) {
                channel.write(buffer);
                if (!buffer.hasRemaining()) {
                    return;
                }
                interruption.look();
                if (interruption.nanosLeft() <= 0) {
                    SocketWire.this.close();
                    throw new ClosedByInterruptException();
                }
                await(
                        writable(),
                        interruption.isNoticed()
                                ? Math.max(1, TimeUnit.NANOSECONDS.toMillis(interruption.nanosLeft()))
                                : 0);
            }
        }
    }
}
