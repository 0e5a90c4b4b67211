package io.jenkins.plugins.networkshell.engine.session;

import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;

/** A connection that belongs to one session. */
record OwnConnection(SshConnection connection) implements SessionConnection {
    @Override
    public void close() {
        connection.close();
    }
}
