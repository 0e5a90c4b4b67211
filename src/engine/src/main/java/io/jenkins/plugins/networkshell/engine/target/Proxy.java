package io.jenkins.plugins.networkshell.engine.target;

import io.jenkins.plugins.networkshell.engine.Secret;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/** A proxy for the TCP connection to the device. The proxy resolves the device's name. */
public sealed interface Proxy extends Serializable {
    /** What must not be shown. */
    List<Secret> secrets();

    /**
     * Reads {@code socks5://[user@]host:port} or {@code http://[user@]host:port}; IPv6 addresses need brackets, and
     * special characters of the user may be written as {@code %40}.
     *
     * @param password goes with the user, or null
     * @throws IllegalArgumentException if it is not a proxy URL, contains a password, or has no user for {@code
     *     password}; the message says what is allowed and quotes nothing of the URL
     */
    static Proxy parse(String url, Secret password) {
        return ProxyUrl.parse(url, password);
    }

    /** No proxy, the default. */
    record None() implements Proxy {
        private static final long serialVersionUID = 1L;

        @Override
        public List<Secret> secrets() {
            return List.of();
        }
    }

    /**
     * SOCKS version 5 (RFC 1928).
     *
     * @param username for user name and password authentication (RFC 1929), or null
     * @param password goes with {@code username}, or null
     */
    record Socks5(String host, int port, String username, Secret password) implements Proxy {
        private static final long serialVersionUID = 1L;

        public Socks5 {
            Objects.requireNonNull(host);
        }

        @Override
        public List<Secret> secrets() {
            return password == null ? List.of() : List.of(password);
        }
    }

    /**
     * An HTTP proxy that allows {@code CONNECT} (RFC 9110 section 9.3.6).
     *
     * @param username for basic authentication, or null
     * @param password goes with {@code username}, or null
     */
    record HttpConnect(String host, int port, String username, Secret password) implements Proxy {
        private static final long serialVersionUID = 1L;

        public HttpConnect {
            Objects.requireNonNull(host);
        }

        @Override
        public List<Secret> secrets() {
            return password == null ? List.of() : List.of(password);
        }
    }
}
