package io.jenkins.plugins.networkshell.engine.ssh.link;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.ssh.task.TaskProgress;
import io.jenkins.plugins.networkshell.engine.target.Proxy;
import io.jenkins.plugins.networkshell.engine.text.Durations;
import io.jenkins.plugins.networkshell.engine.text.Quoted;
import java.io.IOException;
import net.schmizz.sshj.connection.channel.OpenFailException;

/**
 * The route to one host: by TCP or through the previous host, and possibly through a proxy.
 *
 * @param previous the jump host before it, or null
 */
public record Route(TaskProgress progress, SshLink previous, Proxy proxy) {

    public Wire connect(Endpoint endpoint) throws IOException {
        if (proxy instanceof Proxy.Socks5 socks) {
            return byProxy(endpoint, socks.host(), socks.port());
        }
        if (proxy instanceof Proxy.HttpConnect http) {
            return byProxy(endpoint, http.host(), http.port());
        }
        return straight(endpoint);
    }

    private Wire byProxy(Endpoint endpoint, String host, int port) throws IOException {
        Endpoint via = new Endpoint(endpoint.device(), "proxy", host, port, endpoint.limit());
        progress.blame(via::timeout);
        Wire wire = straight(via);
        progress.blame(() -> silent(via, endpoint));
        try {
            ProxyHandshake.of(proxy).run(wire, endpoint.host(), endpoint.port());
            return wire;
        } catch (IOException e) {
            wire.close();
            String words = e instanceof ProxyHandshake.ProxyRefusal
                    ? e.getMessage()
                    : "the connection to it ended" + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")");
            throw new NetworkShellException(
                    ErrorKind.UNREACHABLE,
                    endpoint.device(),
                    "The proxy " + via.address() + " did not connect to " + endpoint.address() + ": " + words + ".",
                    null,
                    e);
        }
    }

    private static NetworkShellException silent(Endpoint proxy, Endpoint endpoint) {
        return new NetworkShellException(
                ErrorKind.CONNECT_TIMEOUT,
                proxy.device(),
                "The proxy " + proxy.address() + " did not connect to " + endpoint.address() + " within "
                        + Durations.text(proxy.limit()) + ", and did not say why.",
                "Check that it is a proxy of this kind, and that the device can be reached from it.",
                null);
    }

    private Wire straight(Endpoint endpoint) throws IOException {
        return previous == null ? new Dialer(progress).dial(endpoint) : tunnel(endpoint);
    }

    private Wire tunnel(Endpoint endpoint) throws IOException {
        try {
            return progress.own(TunnelWire.open(previous, endpoint.host(), endpoint.port()));
        } catch (OpenFailException e) {
            String through = "The jump host " + previous.target().address() + " did not connect to "
                    + endpoint.address() + ": " + words(e) + ".";
            String hint = e.getReason() == OpenFailException.Reason.ADMINISTRATIVELY_PROHIBITED
                    ? "Its SSH server must allow TCP forwarding."
                    : null;
            throw new NetworkShellException(ErrorKind.UNREACHABLE, endpoint.device(), through, hint, e);
        } catch (IOException e) {
            throw ConnectionErrors.lost(previous.target(), "while connecting through it", new JumpHostLostException(e));
        }
    }

    private static String words(OpenFailException e) {
        return e.getMessage() == null || e.getMessage().isEmpty()
                ? String.valueOf(e.getReason())
                : "it says " + Quoted.of(e.getMessage());
    }
}
