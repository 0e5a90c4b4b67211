package io.jenkins.plugins.networkshell.simulator.traffic;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.AsynchronousChannelGroup;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Many long-distance links that share three threads, for a distant network. Thread-safe. Closing it closes all of them.
 */
public final class DelayedLinks implements AutoCloseable {
    private final ExecutorService pool = Executors.newFixedThreadPool(2, DelayedLinks::daemon);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(DelayedLinks::daemon);
    private final AsynchronousChannelGroup sockets;
    private final Queue<DelayedLink> links = new ConcurrentLinkedQueue<>();

    private DelayedLinks() throws IOException {
        sockets = AsynchronousChannelGroup.withThreadPool(pool);
    }

    public static DelayedLinks start() throws IOException {
        return new DelayedLinks();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "delayed-link");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Opens a link to a server.
     *
     * @param roundTrip how long a byte and its answer are under way together
     */
    public DelayedLink to(InetSocketAddress server, Duration roundTrip) throws IOException {
        DelayedLink link = new DelayedLink(this, false, server, roundTrip);
        links.add(link);
        return link;
    }

    AsynchronousChannelGroup sockets() {
        return sockets;
    }

    ScheduledExecutorService timer() {
        return timer;
    }

    @Override
    public void close() throws IOException {
        for (DelayedLink link : links) {
            link.close();
        }
        sockets.shutdownNow();
        pool.shutdownNow();
        timer.shutdownNow();
    }
}
