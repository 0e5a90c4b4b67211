package io.jenkins.plugins.networkshell.knownhosts;

/** Text is not in the format of {@code known_hosts}; the message names the line. */
public final class InvalidKnownHostsException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidKnownHostsException(String message) {
        super(message);
    }
}
