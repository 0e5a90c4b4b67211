package io.jenkins.plugins.networkshell.engine.target;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** Known host keys. Implementations are thread-safe. */
public interface HostKeyStore extends Serializable {

    /**
     * The known keys of a host, in the order of the store.
     *
     * @param host the name as the user gave it, or an address
     * @throws IOException if the store can't be read; a missing store is empty
     */
    List<Entry> lookup(String host, int port) throws IOException;

    /** Stores a key for a host. Safe with concurrent writers. */
    void add(String host, int port, HostKey key) throws IOException;

    /**
     * How to trust a refused key, for the hint of the error. Continues "compare the fingerprint with the device's own
     * and". Empty if people edit the file of keys themselves.
     */
    default Optional<String> approval() {
        return Optional.empty();
    }

    /** The meaning of an entry. */
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
