package io.jenkins.plugins.networkshell.engine.target;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** Known host keys. Implementations are thread-safe. */
public interface HostKeyStore extends Serializable {

    /**
     * What is known of a host, in the order of the store.
     *
     * @param host the name as the user gave it, or an address
     * @throws IOException when the store cannot be read; an absent store is an empty one
     */
    List<Entry> lookup(String host, int port) throws IOException;

    /** Remembers a key for a host. Safe under parallel writers. */
    void add(String host, int port, HostKey key) throws IOException;

    /**
     * How a key that was refused comes to be trusted, for the hint of the error: what to do, as it follows "compare the
     * fingerprint with the device's own and". Empty where people edit a file of keys themselves.
     */
    default Optional<String> approval() {
        return Optional.empty();
    }

    /** What an entry says of its key. */
    enum Marker {
        /** The key of the host. */
        NONE,
        /** A certificate authority that may sign the host's key ({@code @cert-authority}). */
        CERT_AUTHORITY,
        /** A key that must never be accepted ({@code @revoked}). */
        REVOKED
    }

    /** @param where for messages, for instance {@code /home/me/.ssh/known_hosts:12} */
    record Entry(Marker marker, HostKey key, String where) implements Serializable {
        private static final long serialVersionUID = 1L;
    }
}
