package io.jenkins.plugins.networkshell.simulator.traffic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A long-distance link in front of any TCP server: listens on a free loopback port, and passes on every byte half a
 * round trip later, in both directions, without limiting the number of bytes in flight (up to 16 MiB per direction,
 * like a receiver's window).
 *
 * <p>A real TCP connection costs a round trip before its first byte. A loopback connect returns at once, so the link
 * adds that round trip to the first bytes: the server sees the connection 1.5 round trips after the client's request,
 * and the client sees the server's first byte after 2, as on a real line. Only the instant at which the client's {@code
 * connect} returns differs.
 *
 * <p>Uses three threads, whatever the number of connections; for many links see {@link DelayedLinks}. Closing ends all
 * connections.
 */
public final class DelayedLink implements AutoCloseable {
    private static final long RETRY_MILLIS = 100;

    private final InetSocketAddress target;
    private final long oneWayNanos;
    private final DelayedLinks threads;
    private final boolean alone;
    private final AsynchronousServerSocketChannel listener;
    private final Set<LinkConnection> connections = ConcurrentHashMap.newKeySet();

    DelayedLink(DelayedLinks threads, boolean alone, InetSocketAddress target, Duration roundTrip) throws IOException {
        this.threads = threads;
        this.alone = alone;
        this.target = target;
        this.oneWayNanos = roundTrip.toNanos() / 2;
        this.listener = AsynchronousServerSocketChannel.open(threads.sockets())
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        acceptNext();
    }

    /**
     * Opens a link to a server, with its own threads.
     *
     * @param roundTrip how long a byte and its answer are under way together
     */
    public static DelayedLink to(InetSocketAddress server, Duration roundTrip) throws IOException {
        return new DelayedLink(DelayedLinks.start(), true, server, roundTrip);
    }

    /** The address clients connect to. */
    public String host() {
        return InetAddress.getLoopbackAddress().getHostAddress();
    }

    /** The port clients connect to. */
    public int port() {
        try {
            return ((InetSocketAddress) listener.getLocalAddress()).getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void acceptNext() {
        listener.accept(null, new CompletionHandler<AsynchronousSocketChannel, Void>() {
            @Override
            public void completed(AsynchronousSocketChannel client, Void nothing) {
                acceptNext();
                LinkConnection connection =
                        new LinkConnection(client, oneWayNanos, threads.timer(), connections::remove);
                connections.add(connection);
                threads.timer().schedule(connection::clientConnected, 2 * oneWayNanos, TimeUnit.NANOSECONDS);
                threads.timer().schedule(() -> connectServer(connection), 3 * oneWayNanos, TimeUnit.NANOSECONDS);
            }

            @Override
            public void failed(Throwable cause, Void nothing) {
                if (listener.isOpen()) {
                    // The process had no file descriptor left for this one; others may end meanwhile.
                    threads.timer().schedule(DelayedLink.this::acceptNext, RETRY_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
        });
    }

    private void connectServer(LinkConnection connection) {
        try {
            AsynchronousSocketChannel server = AsynchronousSocketChannel.open(threads.sockets());
            server.connect(target, null, new CompletionHandler<Void, Void>() {
                @Override
                public void completed(Void result, Void nothing) {
                    connection.serverConnected(server);
                }

                @Override
                public void failed(Throwable cause, Void nothing) {
                    connection.close();
                }
            });
        } catch (IOException e) {
            connection.close();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        connections.forEach(LinkConnection::close);
        if (alone) {
            threads.close();
        }
    }
}
