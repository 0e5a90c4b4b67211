package io.jenkins.plugins.networkshell.engine.backup;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A jump host on the route to a device.
 *
 * @param username empty to use the credential's
 * @param credential bound to this host; null for none
 */
public record JumpHost(String username, String host, int port, CredentialReference credential) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SSH_PORT = 22;

    public JumpHost {
        Objects.requireNonNull(username);
        Objects.requireNonNull(host);
    }

    /**
     * @param text {@code [user@]host[:port]}, several separated by commas
     * @return the hosts; empty when the text can't be read
     */
    public static Optional<List<JumpHost>> parse(String text) {
        List<JumpHost> hosts = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Optional<JumpHost> host = parseOne(part.strip());
            if (host.isEmpty()) {
                return Optional.empty();
            }
            hosts.add(host.get());
        }
        return Optional.of(List.copyOf(hosts));
    }

    private static Optional<JumpHost> parseOne(String text) {
        int at = text.lastIndexOf('@');
        String username = at < 0 ? "" : text.substring(0, at);
        String host = text.substring(at + 1);
        int port = SSH_PORT;
        int colon = host.lastIndexOf(':');
        boolean bracketed = host.startsWith("[");
        boolean hasPort = bracketed ? host.indexOf("]:") > 0 : colon >= 0 && host.indexOf(':') == colon;
        if (hasPort) {
            String digits = host.substring(colon + 1);
            if (!digits.matches("[0-9]{1,5}")) {
                return Optional.empty();
            }
            port = Integer.parseInt(digits);
            host = host.substring(0, colon);
        }
        if (bracketed && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        boolean valid = HostName.isValid(host) && port >= 1 && port <= 65535 && (at < 0 || !username.isBlank());
        return valid ? Optional.of(new JumpHost(username, host, port, null)) : Optional.empty();
    }

    public JumpHost withCredential(CredentialReference reference) {
        return new JumpHost(username, host, port, reference);
    }

    /** {@code host:port}, with brackets around an IPv6 address: two devices with the same one share a jump host. */
    public String address() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    @Override
    public String toString() {
        return username.isEmpty() ? address() : username + "@" + address();
    }
}
