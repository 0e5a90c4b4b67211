package io.jenkins.plugins.networkshell;

import hudson.AbortException;
import io.jenkins.plugins.networkshell.credentials.DeviceLogin;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.Proxy;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Finds the way to the device: jump hosts and a proxy. What the handshake wants is the same for each of them. */
final class RoutePlanner {
    private final ConnectionStep connection;
    private final ParameterText text;
    private final LoginPlanner logins;
    private final HandshakePlanner handshake;

    RoutePlanner(ConnectionStep connection, ParameterText text, LoginPlanner logins, HandshakePlanner handshake) {
        this.connection = connection;
        this.text = text;
        this.logins = logins;
        this.handshake = handshake;
    }

    /** To the device itself. */
    Target target(String host, DeviceLogin login, Limits limits) throws AbortException {
        String username = logins.username(login, host);
        Duration keepAlive = text.duration(connection.getKeepAlive());
        return builder(host, connection.getPort(), username, logins.credentials(login, host), limits)
                .jumps(jumps(username, limits))
                .proxy(proxy())
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

    /** @param deviceUsername who logs in at the device, and so at a jump host that names nobody and has no login of its own */
    private List<Target> jumps(String deviceUsername, Limits limits) throws AbortException {
        String hosts = text.of(connection.getJump());
        List<Target> jumps = new ArrayList<>();
        if (hosts != null) {
            boolean own = connection.getJumpCredentialsId() != null;
            String id = own ? connection.getJumpCredentialsId() : connection.getCredentialsId();
            for (JumpHost jump : JumpHost.parse(hosts)) {
                DeviceLogin login = logins.login(id, jump.host(), jump.port());
                String username = own && login.username() != null ? login.username() : deviceUsername;
                jumps.add(builder(
                                jump.host(),
                                jump.port(),
                                jump.username() == null ? username : jump.username(),
                                logins.jumpCredentials(login),
                                limits)
                        .build());
            }
        }
        return jumps;
    }

    private Proxy proxy() throws AbortException {
        String url = text.of(connection.getProxy());
        if (url == null) {
            return new Proxy.None();
        }
        Proxy proxy = Proxy.parse(url, null);
        String id = text.of(connection.getProxyCredentialsId());
        if (id == null) {
            return proxy;
        }
        if (proxy instanceof Proxy.Socks5 socks) {
            DeviceLogin login = logins.proxyLogin(id, socks.host(), socks.port());
            return new Proxy.Socks5(socks.host(), socks.port(), login.username(), login.password());
        }
        Proxy.HttpConnect http = (Proxy.HttpConnect) proxy;
        DeviceLogin login = logins.proxyLogin(id, http.host(), http.port());
        return new Proxy.HttpConnect(http.host(), http.port(), login.username(), login.password());
    }
}
