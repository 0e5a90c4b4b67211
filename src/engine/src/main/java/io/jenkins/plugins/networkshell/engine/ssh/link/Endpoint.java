package io.jenkins.plugins.networkshell.engine.ssh.link;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.text.Durations;
import io.jenkins.plugins.networkshell.engine.text.HostAndPort;
import java.time.Duration;

/**
 * Where a TCP connection goes, with the words for its errors.
 *
 * @param device the device that the whole effort is for
 * @param role what the endpoint is to it, for instance {@code proxy}; empty for the device itself
 * @param limit for connecting, for messages
 */
public record Endpoint(String device, String role, String host, int port, Duration limit) {
    /** {@code host:port}. */
    String address() {
        return HostAndPort.text(host, port);
    }

    /** {@code host:port}, with the role before it. */
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
