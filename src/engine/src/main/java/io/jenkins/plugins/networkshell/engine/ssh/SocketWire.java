package io.jenkins.plugins.networkshell.engine.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;

/**
 * A TCP connection. A socket <em>channel</em>, since a thread that is interrupted while it reads from or writes to one
 * wakes up; with a plain socket it would not.
 */
final class SocketWire implements Wire {
    private final SocketChannel channel;

    SocketWire() throws IOException {
        channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    }

    void connect(SocketAddress address, int timeoutMillis) throws IOException {
        channel.socket().connect(address, timeoutMillis);
    }

    @Override
    public InputStream input() throws IOException {
        return channel.socket().getInputStream();
    }

    @Override
    public OutputStream output() throws IOException {
        return channel.socket().getOutputStream();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
