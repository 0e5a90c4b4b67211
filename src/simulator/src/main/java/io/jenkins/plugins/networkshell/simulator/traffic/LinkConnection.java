package io.jenkins.plugins.networkshell.simulator.traffic;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.AsynchronousSocketChannel;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/** One connection through a {@link DelayedLink}: two directions and their two sockets. */
final class LinkConnection {
    private final AsynchronousSocketChannel client;
    private final Consumer<LinkConnection> ended;
    private final LinkDirection upward;
    private final LinkDirection downward;
    private AsynchronousSocketChannel server;
    private int directionsLeft = 2;
    private boolean closed;

    LinkConnection(
            AsynchronousSocketChannel client,
            long oneWayNanos,
            ScheduledExecutorService timer,
            Consumer<LinkConnection> ended) {
        this.client = client;
        this.ended = ended;
        this.upward = new LinkDirection(oneWayNanos, timer, this::directionEnded, this::close);
        this.downward = new LinkDirection(oneWayNanos, timer, this::directionEnded, this::close);
        noDelay(client);
    }

    private static void noDelay(AsynchronousSocketChannel socket) {
        try {
            // Nagle's algorithm would add its own delays.
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        } catch (IOException e) {
            // the socket is already closed, which its reader notices
        }
    }

    /** A round trip after accepting: the client's data can be in flight from now on. */
    void clientConnected() {
        upward.readFrom(client);
    }

    void serverConnected(AsynchronousSocketChannel socket) {
        synchronized (this) {
            server = socket;
            if (closed) {
                closeQuietly(socket);
                return;
            }
        }
        // Outside the lock, because a failing direction takes its own lock first and this one second.
        noDelay(socket);
        upward.writeTo(socket);
        downward.readFrom(socket);
        downward.writeTo(client);
    }

    private void directionEnded() {
        synchronized (this) {
            directionsLeft--;
            if (directionsLeft > 0) {
                return;
            }
        }
        close(); // a socket that is shut down both ways still has its file descriptor
    }

    void close() {
        synchronized (this) {
            closed = true;
            closeQuietly(client);
            if (server != null) {
                closeQuietly(server);
            }
        }
        ended.accept(this);
    }

    private static void closeQuietly(AsynchronousSocketChannel socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // nothing more can be done
        }
    }
}
