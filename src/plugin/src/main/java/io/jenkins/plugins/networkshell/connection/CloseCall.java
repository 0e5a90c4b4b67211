package io.jenkins.plugins.networkshell.connection;

import java.io.IOException;
import jenkins.security.MasterToSlaveCallable;

/** Closes the shared connection of a block. Returns a message for the log, or null. */
public final class CloseCall extends MasterToSlaveCallable<String, IOException> {
    private static final long serialVersionUID = 1L;

    private final String shared;

    public CloseCall(String shared) {
        this.shared = shared;
    }

    @Override
    public String call() throws IOException {
        return OpenConnections.here()
                .close(shared)
                .map(e -> Messages.Connection_SshLogLost(e.getMessage()))
                .orElse(null);
    }
}
