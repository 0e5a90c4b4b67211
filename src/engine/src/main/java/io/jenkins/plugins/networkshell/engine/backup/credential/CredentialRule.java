package io.jenkins.plugins.networkshell.engine.backup.credential;

import io.jenkins.plugins.networkshell.engine.backup.CredentialReference;
import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import io.jenkins.plugins.networkshell.engine.backup.input.Problems;
import io.jenkins.plugins.networkshell.engine.text.Position;
import io.jenkins.plugins.networkshell.engine.text.Quoted;
import java.io.Serializable;
import java.util.List;

/** A credential and the hosts it is meant for. */
final class CredentialRule implements Serializable {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // List.copyOf is serializable
    private final List<HostPattern> hosts;

    @SuppressWarnings("serial") // List.copyOf is serializable
    private final List<HostPattern> exceptions;

    private final CredentialReference credential;

    CredentialRule(List<HostPattern> hosts, List<HostPattern> exceptions, CredentialReference credential) {
        this.hosts = List.copyOf(hosts);
        this.exceptions = List.copyOf(exceptions);
        this.credential = credential;
    }

    /**
     * Adds to a rule's patterns.
     *
     * @param text a {@link HostPattern}, or one with {@code !} in front to exclude hosts
     */
    static void sort(
            String text,
            Position at,
            String path,
            List<HostPattern> hosts,
            List<HostPattern> exceptions,
            Problems problems)
            throws InventoryException {
        boolean exception = text.startsWith("!");
        var pattern = HostPattern.parse(exception ? text.substring(1) : text);
        if (pattern.isEmpty()) {
            problems.add(at, path, "is " + Quoted.of(text), HostPattern.ALLOWED);
        } else {
            (exception ? exceptions : hosts).add(pattern.get());
        }
    }

    boolean isFor(String host) {
        return hosts.stream().anyMatch(pattern -> pattern.matches(host))
                && exceptions.stream().noneMatch(pattern -> pattern.matches(host));
    }

    CredentialReference credential() {
        return credential;
    }
}
