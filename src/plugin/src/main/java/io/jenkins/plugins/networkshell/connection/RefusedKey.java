package io.jenkins.plugins.networkshell.connection;

import io.jenkins.plugins.networkshell.engine.target.HostKey;
import java.io.Serializable;

/**
 * A host key that ended a connection.
 *
 * @param line type and Base64, as in {@code known_hosts}
 */
public record RefusedKey(String host, int port, String line) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The key as a line of {@code known_hosts}. */
    public String knownHostsLine() {
        return HostKey.hostField(host, port) + " " + line;
    }
}
