package io.jenkins.plugins.networkshell.connection;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.Terminator;
import hudson.remoting.Channel;
import io.jenkins.plugins.networkshell.engine.ssh.ConnectionListener;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.util.Timer;

/**
 * The shared connections of one machine, by their ids. On an agent they belong to its channel to the controller and end
 * with it. Thread-safe.
 */
final class OpenConnections {
    private static final Logger LOGGER = Logger.getLogger(OpenConnections.class.getName());

    private final Map<String, SharedConnection> byId = new ConcurrentHashMap<>();

    /** Those of the machine that this runs on. */
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

    /** Opens it where that has not happened yet, or where it is open no longer. */
    Lease lease(ConnectionPlan plan, ConnectionListener listener) throws IOException {
        SharedConnection shared = byId.computeIfAbsent(plan.shared(), id -> newConnection(plan));
        return shared.lease(plan, listener);
    }

    private SharedConnection newConnection(ConnectionPlan plan) {
        SharedConnection shared = new SharedConnection();
        // A block that is never left, since Jenkins was killed, must not keep a line of the device busy for ever.
        long limit = plan.target().limits().session().toMillis();
        Timer.get()
                .schedule(
                        () -> {
                            byId.remove(plan.shared(), shared);
                            closeQuietly(shared);
                        },
                        limit,
                        TimeUnit.MILLISECONDS);
        return shared;
    }

    boolean isOpen(String id) {
        SharedConnection shared = byId.get(id);
        return shared != null && shared.isOpen();
    }

    /** Does nothing where it is closed already. */
    void close(String id) throws IOException {
        SharedConnection shared = byId.remove(id);
        if (shared != null) {
            shared.close();
        }
    }

    private void closeAll() {
        byId.values().forEach(OpenConnections::closeQuietly);
        byId.clear();
    }

    private static void closeQuietly(SharedConnection shared) {
        try {
            shared.close();
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "The log of a shared connection could not be closed.", e);
        }
    }

    /** Holds those of the controller. */
    @Extension
    public static final class Controller {
        private final OpenConnections connections = new OpenConnections();

        static Controller get() {
            return ExtensionList.lookupSingleton(Controller.class);
        }

        /** Jenkins goes down, which does not end the process when it is restarted inside its container. */
        @Terminator
        public static void closeAll() {
            get().connections.closeAll();
        }
    }
}
