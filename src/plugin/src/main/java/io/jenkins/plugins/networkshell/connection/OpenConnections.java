package io.jenkins.plugins.networkshell.connection;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.Terminator;
import hudson.remoting.Channel;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.util.Timer;

/**
 * The shared connections of one machine, by id. On an agent they belong to its channel to the controller and end with
 * it. Thread-safe.
 */
final class OpenConnections {
    private static final Logger LOGGER = Logger.getLogger(OpenConnections.class.getName());

    private final Map<String, Entry> byId = new ConcurrentHashMap<>();

    /** @param expiry ends the connection at its limit */
    private record Entry(SharedConnection shared, Future<?> expiry) {
        Optional<Exception> close() throws IOException {
            expiry.cancel(false);
            return shared.close();
        }
    }

    /** The shared connections of the machine on which this runs. */
    static OpenConnections here() {
        Channel channel = Channel.current();
        return channel == null ? Controller.get().connections : of(channel);
    }

    private static OpenConnections of(Channel channel) {
        synchronized (channel) {
            String name = OpenConnections.class.getName();
            if (channel.getProperty(name) instanceof OpenConnections known) {
                return known;
            }
            OpenConnections connections = new OpenConnections();
            channel.setProperty(name, connections);
            LostChannel.watch(channel, connections::closeAll);
            return connections;
        }
    }

    /** Opens the connection if it is not open. */
    Lease lease(ConnectionPlan plan, ConnectionListener listener) throws IOException {
        return byId.computeIfAbsent(plan.shared(), id -> newEntry(plan))
                .shared()
                .lease(plan, listener);
    }

    private static Entry newEntry(ConnectionPlan plan) {
        SharedConnection shared = new SharedConnection();
        // Also for a block that is never left because Jenkins was killed. Holds no plan, because a plan contains
        // credentials.
        String host = plan.target().host();
        Duration limit = plan.target().limits().session();
        Future<?> expiry = Timer.get()
                .schedule(() -> quietly(() -> shared.expire(host, limit)), limit.toMillis(), TimeUnit.MILLISECONDS);
        return new Entry(shared, expiry);
    }

    boolean isOpen(String id) {
        Entry entry = byId.get(id);
        return entry != null && entry.shared().isOpen();
    }

    /** Why the connection ended before its block; null if it has not. */
    BlockTimeoutException expired(String id) {
        Entry entry = byId.get(id);
        return entry == null ? null : entry.shared().expired();
    }

    /**
     * Does nothing if it is already closed.
     *
     * @return why the log of the protocol does not have all; empty where it has
     */
    Optional<Exception> close(String id) throws IOException {
        Entry entry = byId.remove(id);
        return entry == null ? Optional.empty() : entry.close();
    }

    private void closeAll() {
        byId.values().forEach(entry -> quietly(entry::close));
        byId.clear();
    }

    /** Ends a connection. */
    private interface Ending {
        void run() throws IOException;
    }

    private static void quietly(Ending ending) {
        try {
            ending.run();
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "The log of a shared connection could not be closed.", e);
        }
    }

    /** Holds the shared connections of the controller. */
    @Extension
    public static final class Controller {
        private final OpenConnections connections = new OpenConnections();

        static Controller get() {
            return ExtensionList.lookupSingleton(Controller.class);
        }

        /**
         * Closes the connections when Jenkins stops, because a restart inside its container does not end the process.
         */
        @Terminator
        public static void closeAll() {
            get().connections.closeAll();
        }
    }
}
