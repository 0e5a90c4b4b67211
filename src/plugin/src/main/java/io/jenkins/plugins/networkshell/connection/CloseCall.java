package io.jenkins.plugins.networkshell.connection;

import java.io.IOException;
import jenkins.security.MasterToSlaveCallable;

/** Closes the connection that the steps of a block have shared. */
public final class CloseCall extends MasterToSlaveCallable<Void, IOException> {
    private static final long serialVersionUID = 1L;

    private final String shared;

    public CloseCall(String shared) {
        this.shared = shared;
    }

    @Override
    public Void call() throws IOException {
        OpenConnections.here().close(shared);
        return null;
    }
}
