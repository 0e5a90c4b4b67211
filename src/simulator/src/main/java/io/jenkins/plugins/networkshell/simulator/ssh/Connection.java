package io.jenkins.plugins.networkshell.simulator.ssh;

import io.jenkins.plugins.networkshell.simulator.shell.SessionContext;
import org.apache.sshd.common.io.IoSession;

/** The decisions about a connection when it was accepted; stored in the socket's session. */
record Connection(SessionContext context) {
    private static final Object KEY = Connection.class;

    void attach(IoSession socket) {
        socket.setAttribute(KEY, this);
    }

    static Connection of(IoSession socket) {
        return (Connection) socket.getAttribute(KEY);
    }
}
