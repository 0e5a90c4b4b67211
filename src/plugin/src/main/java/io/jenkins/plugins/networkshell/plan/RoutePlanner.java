package io.jenkins.plugins.networkshell.plan;

import hudson.AbortException;
import io.jenkins.plugins.networkshell.credentials.DeviceLogin;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.Proxy;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.parameter.JumpHost;
import io.jenkins.plugins.networkshell.parameter.ParameterText;
import io.jenkins.plugins.networkshell.step.ConnectionStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Plans the route to the device: jump hosts and a proxy. The handshake settings are the same for all of them. */
public final class RoutePlanner {
    private final ConnectionStep connection;
    private final ParameterText text;
    private final LoginPlanner logins;
    private final HandshakePlanner handshake;

    public RoutePlanner(
            ConnectionStep connection, ParameterText text, LoginPlanner logins, HandshakePlanner handshake) {
        this.connection = connection;
        this.text = text;
        this.logins = logins;
        this.handshake = handshake;
    }

    /**
     * The route to the device.
     *
     * @param hidden secret user names on the route
     */
    public record Route(Target target, List<Secret> hidden) {}

    /** A host or a proxy on the route, with the hidden parts of its login. */
    private record Stop<T>(T stop, List<Secret> hidden) {}

    public Route route(String host, Limits limits) throws AbortException {
        DeviceLogin login = logins.login(connection.getCredentialsId(), host, connection.getPort());
        String username = logins.username(login, host);
        List<Stop<Target>> jumps = jumps(username, limits);
        Stop<Proxy> proxy = proxy();
        Target target =
                target(host, login, username, jumps.stream().map(Stop::stop).toList(), proxy.stop(), limits);
        List<Secret> hidden = Stream.of(
                        login.hidden().stream(),
                        jumps.stream().flatMap(jump -> jump.hidden().stream()),
                        proxy.hidden().stream())
                .flatMap(secrets -> secrets)
                .toList();
        return new Route(target, hidden);
    }

    private Target target(
            String host, DeviceLogin login, String username, List<Target> jumps, Proxy proxy, Limits limits)
            throws AbortException {
        Duration keepAlive = text.duration(connection.getKeepAlive());
        return builder(host, connection.getPort(), username, logins.credentials(login, host), limits)
                .jumps(jumps)
                .proxy(proxy)
                .compression(connection.isCompression())
                .keepAlive(keepAlive == null ? Duration.ZERO : keepAlive)
                .connectAttempts(connection.getConnectAttempts())
                .build();
    }

    private Target.Builder builder(
            String host, int port, String username, List<Credential> credentials, Limits limits) {
        return Target.builder(host, username)
                .port(port)
                .credentials(credentials)
                .hostKeys(handshake.hostKeys())
                .algorithms(handshake.algorithms())
                .limits(limits);
    }

    /** @param deviceUsername the device's user name, which a jump host without a user name and login uses, too */
    private List<Stop<Target>> jumps(String deviceUsername, Limits limits) throws AbortException {
        String hosts = text.of(connection.getJump());
        List<Stop<Target>> jumps = new ArrayList<>();
        if (hosts != null) {
            boolean own = connection.getJumpCredentialsId() != null;
            String id = own ? connection.getJumpCredentialsId() : connection.getCredentialsId();
            for (JumpHost jump : JumpHost.parse(hosts)) {
                DeviceLogin login = logins.login(id, jump.host(), jump.port());
                String username = own && login.username() != null ? login.username() : deviceUsername;
                Target host = builder(
                                jump.host(),
                                jump.port(),
                                jump.username() == null ? username : jump.username(),
                                logins.jumpCredentials(login),
                                limits)
                        .build();
                jumps.add(new Stop<>(host, login.hidden()));
            }
        }
        return jumps;
    }

    private Stop<Proxy> proxy() throws AbortException {
        String url = text.of(connection.getProxy());
        if (url == null) {
            return new Stop<>(new Proxy.None(), List.of());
        }
        Proxy proxy = Proxy.parse(url, null);
        String id = text.of(connection.getProxyCredentialsId());
        if (id == null) {
            return new Stop<>(proxy, List.of());
        }
        if (proxy instanceof Proxy.Socks5 socks) {
            DeviceLogin login = logins.proxyLogin(id, socks.host(), socks.port());
            return new Stop<>(
                    new Proxy.Socks5(socks.host(), socks.port(), login.username(), login.password()), login.hidden());
        }
        Proxy.HttpConnect http = (Proxy.HttpConnect) proxy;
        DeviceLogin login = logins.proxyLogin(id, http.host(), http.port());
        return new Stop<>(
                new Proxy.HttpConnect(http.host(), http.port(), login.username(), login.password()), login.hidden());
    }
}
