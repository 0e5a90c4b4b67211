package io.jenkins.plugins.networkshell.engine.target;

import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.text.HostAndPort;
import java.io.Serializable;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A device and how to reach it. Immutable, thread-safe, serializable, prints without secrets.
 *
 * <p>Defaults: port 22, no credentials, {@link HostKeyChecking.Policy#STRICT} with no known keys, no jump hosts, no
 * proxy, {@link Algorithms#secure()}, {@link Limits#DEFAULT}, no compression, keepalives off, one attempt to connect.
 */
public final class Target implements Serializable {
    private static final long serialVersionUID = 1L;
    public static final int SSH_PORT = 22;

    private final String host;
    private final int port;
    private final String username;

    @SuppressWarnings("serial") // List.copyOf is serializable
    private final List<Credential> credentials;

    private final HostKeyChecking hostKeys;
    private final String hostKeyAlias;

    @SuppressWarnings("serial") // List.copyOf is serializable
    private final List<Target> jumps;

    private final Proxy proxy;
    private final Algorithms algorithms;
    private final Limits limits;
    private final boolean compression;
    private final Duration keepAlive;
    private final int connectAttempts;
    private final Duration retryDelay;

    private Target(Builder builder) {
        host = Objects.requireNonNull(builder.host, "host");
        port = builder.port;
        username = Objects.requireNonNull(builder.username, "username");
        credentials = List.copyOf(builder.credentials);
        hostKeys = builder.hostKeys;
        hostKeyAlias = builder.hostKeyAlias;
        jumps = List.copyOf(builder.jumps);
        proxy = builder.proxy;
        algorithms = builder.algorithms;
        limits = builder.limits;
        compression = builder.compression;
        keepAlive = builder.keepAlive;
        connectAttempts = builder.connectAttempts;
        retryDelay = builder.retryDelay;
        if (host.isBlank()) {
            throw new IllegalArgumentException("The host is empty.");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("A port is between 1 and 65535, not " + port + ".");
        }
        if (connectAttempts < 1) {
            throw new IllegalArgumentException("At least one attempt to connect, not " + connectAttempts + ".");
        }
        if (keepAlive.isNegative() || retryDelay.isNegative()) {
            throw new IllegalArgumentException("Keepalive interval and retry delay are not negative.");
        }
    }

    /** @param host name, IPv4 or IPv6 address (without brackets) */
    public static Builder builder(String host, String username) {
        return new Builder(host, username);
    }

    /** A builder with the values of this target. */
    public Builder toBuilder() {
        return new Builder(host, username)
                .port(port)
                .credentials(credentials)
                .hostKeys(hostKeys)
                .hostKeyAlias(hostKeyAlias)
                .jumps(jumps)
                .proxy(proxy)
                .algorithms(algorithms)
                .limits(limits)
                .compression(compression)
                .keepAlive(keepAlive)
                .connectAttempts(connectAttempts)
                .retryDelay(retryDelay);
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    public String username() {
        return username;
    }

    /** In the order in which they are tried. */
    public List<Credential> credentials() {
        return credentials;
    }

    public HostKeyChecking hostKeys() {
        return hostKeys;
    }

    /** The name under which the host's keys are stored, whatever its address and port; null to use the host. */
    public String hostKeyAlias() {
        return hostKeyAlias;
    }

    /** The host's name in known hosts. */
    public String knownHost() {
        return hostKeyAlias == null ? host : hostKeyAlias;
    }

    /** An alias stands for host and port and is written without a port, as in OpenSSH. */
    public int knownPort() {
        return hostKeyAlias == null ? port : SSH_PORT;
    }

    /** Jump hosts, in the order in which they are connected to, each with its own credentials and host keys. */
    public List<Target> jumps() {
        return jumps;
    }

    /** The proxy for the first connection of the chain, unless its jump host has its own. */
    public Proxy proxy() {
        return proxy;
    }

    /** The secrets to mask: those of the device's login, the jump hosts' and the proxies', without duplicates. */
    public List<Secret> secrets() {
        Set<Secret> secrets = new LinkedHashSet<>();
        credentials.forEach(credential -> secrets.addAll(credential.secrets()));
        secrets.addAll(proxy.secrets());
        jumps.forEach(jump -> secrets.addAll(jump.secrets()));
        return List.copyOf(secrets);
    }

    public Algorithms algorithms() {
        return algorithms;
    }

    public Limits limits() {
        return limits;
    }

    /** Whether {@code zlib@openssh.com} is offered. */
    public boolean compression() {
        return compression;
    }

    /** The interval of keepalives; zero for none. Some OLTs can't handle them. */
    public Duration keepAlive() {
        return keepAlive;
    }

    /** The number of attempts to connect, only after transport failures: a rejected login is never repeated. */
    public int connectAttempts() {
        return connectAttempts;
    }

    /** The pause before the second attempt; doubles before each further one, up to 30 s. */
    public Duration retryDelay() {
        return retryDelay;
    }

    /** {@code host:port}, with brackets around an IPv6 address. */
    public String address() {
        return HostAndPort.text(host, port);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(username + "@" + address());
        for (int i = jumps.size() - 1; i >= 0; i--) {
            text.append(" via ").append(jumps.get(i));
        }
        return text.toString();
    }

    /** Makes targets; {@link Target} names the defaults. Not thread-safe. */
    public static final class Builder {
        private final String host;
        private final String username;
        private int port = SSH_PORT;
        private List<Credential> credentials = List.of();
        private HostKeyChecking hostKeys = HostKeyChecking.of(HostKeyChecking.Policy.STRICT);
        private String hostKeyAlias;
        private List<Target> jumps = List.of();
        private Proxy proxy = new Proxy.None();
        private Algorithms algorithms = Algorithms.secure();
        private Limits limits = Limits.DEFAULT;
        private boolean compression;
        private Duration keepAlive = Duration.ZERO;
        private int connectAttempts = 1;
        private Duration retryDelay = Duration.ofSeconds(1);

        private Builder(String host, String username) {
            this.host = host;
            this.username = username;
        }

        /** @param value 1 to 65535, default 22 */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /** @param value in the order in which they are tried, default none */
        public Builder credentials(List<? extends Credential> value) {
            credentials = List.copyOf(value);
            return this;
        }

        /** @see #credentials(List) */
        public Builder credentials(Credential... value) {
            return credentials(List.of(value));
        }

        /** @param value how the host's key is checked; by default, only known keys are accepted, and none is known */
        public Builder hostKeys(HostKeyChecking value) {
            hostKeys = Objects.requireNonNull(value);
            return this;
        }

        /** @param value the name under which the host's keys are stored; null, the default, for host and port */
        public Builder hostKeyAlias(String value) {
            hostKeyAlias = value;
            return this;
        }

        /** @param value jump hosts in the order in which they are connected to, default none */
        public Builder jumps(List<Target> value) {
            jumps = List.copyOf(value);
            return this;
        }

        /** @param value for the first connection of the chain, default none */
        public Builder proxy(Proxy value) {
            proxy = Objects.requireNonNull(value);
            return this;
        }

        /** @param value what is offered to the server, default {@link Algorithms#secure()} */
        public Builder algorithms(Algorithms value) {
            algorithms = Objects.requireNonNull(value);
            return this;
        }

        /** @param value of every wait, default {@link Limits#DEFAULT} */
        public Builder limits(Limits value) {
            limits = Objects.requireNonNull(value);
            return this;
        }

        /** @param value whether {@code zlib@openssh.com} is offered, default false */
        public Builder compression(boolean value) {
            compression = value;
            return this;
        }

        /** @param value the interval of keepalives; zero, the default, for none */
        public Builder keepAlive(Duration value) {
            keepAlive = Objects.requireNonNull(value);
            return this;
        }

        /** @param value 1, the default, or more; only transport failures are retried */
        public Builder connectAttempts(int value) {
            connectAttempts = value;
            return this;
        }

        /** @param value the pause before the second attempt, default 1 s; doubles before each further one, up to 30 s */
        public Builder retryDelay(Duration value) {
            retryDelay = Objects.requireNonNull(value);
            return this;
        }

        /** @throws IllegalArgumentException if a value is invalid; the message is one sentence */
        public Target build() {
            return new Target(this);
        }
    }
}
