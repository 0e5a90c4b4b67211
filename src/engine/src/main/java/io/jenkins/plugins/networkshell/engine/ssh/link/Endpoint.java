package io.jenkins.plugins.networkshell.engine.ssh.link;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.text.Durations;
import io.jenkins.plugins.networkshell.engine.text.HostAndPort;
import java.time.Duration;

/**
 * The destination of a TCP connection, with the wording for its errors.
 *
 * @param device the final destination
 * @param role of the endpoint, for example {@code proxy}; empty for the device itself
 * @param limit for connecting, for messages
 */
public record Endpoint(String device, String role, String host, int port, Duration limit) {
    /** {@code host:port}. */
    String address() {
        return HostAndPort.text(host, port);
    }

    /** {@code host:port}, preceded by the role. */
    String where() {
        return role.isEmpty() ? address() : "the " + role + " " + address();
    }

    String what() {
        return role.isEmpty() ? "the host" : "the " + role;
    }

    public NetworkShellException timeout() {
        return new NetworkShellException(
                ErrorKind.CONNECT_TIMEOUT,
                device,
                "No answer from " + where() + " within " + Durations.text(limit) + ".",
                "Check the address, and that no firewall on the way drops the packets.",
                null);
    }
}
