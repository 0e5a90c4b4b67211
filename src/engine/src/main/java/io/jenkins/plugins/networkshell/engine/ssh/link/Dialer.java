package io.jenkins.plugins.networkshell.engine.ssh.link;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.ssh.task.TaskProgress;
import io.jenkins.plugins.networkshell.engine.ssh.task.WaitingCall;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;

/** Resolves a name and opens a TCP connection. */
final class Dialer {
    private final TaskProgress progress;

    Dialer(TaskProgress progress) {
        this.progress = progress;
    }

    /** Tries each address of the name in turn, within the rest of the phase. */
    Wire dial(Endpoint endpoint) throws IOException {
        InetAddress[] addresses = resolve(endpoint);
        IOException last = null;
        for (int i = 0; i < addresses.length; i++) {
            SocketWire wire = progress.own(new SocketWire());
            try {
                // An address that drops packets must not use up the time of the others.
                long share = progress.remainingNanos() / (addresses.length - i);
                wire.connect(new InetSocketAddress(addresses[i], endpoint.port()), (int)
                        Math.max(1, Math.min(Integer.MAX_VALUE, TimeUnit.NANOSECONDS.toMillis(share))));
                return wire;
            } catch (IOException e) {
                wire.close();
                last = e;
            }
        }
        throw explain(endpoint, last);
    }

    private static InetAddress[] resolve(Endpoint endpoint) throws IOException {
        try {
            if (NumericHost.is(endpoint.host())) {
                return InetAddress.getAllByName(endpoint.host());
            }
            return WaitingCall.run(
                    "network-shell looks up " + endpoint.host(), () -> InetAddress.getAllByName(endpoint.host()));
        } catch (UnknownHostException e) {
            throw new NetworkShellException(
                    ErrorKind.UNKNOWN_HOST,
                    endpoint.device(),
                    "The name of " + endpoint.what() + " has no address: " + endpoint.host() + ".",
                    "Check the spelling, and that this machine's name resolution knows it.",
                    e);
        }
    }

    private static NetworkShellException explain(Endpoint endpoint, IOException e) {
        String device = endpoint.device();
        String where = endpoint.where();
        if (e instanceof SocketTimeoutException) {
            return endpoint.timeout();
        }
        if (e instanceof NoRouteToHostException
                || String.valueOf(e.getMessage()).contains("unreachable")) {
            return new NetworkShellException(
                    ErrorKind.UNREACHABLE, device, "There is no route to " + where + ".", null, e);
        }
        if (e instanceof ConnectException && String.valueOf(e.getMessage()).contains("timed out")) {
            return endpoint.timeout();
        }
        if (e instanceof ConnectException) {
            return new NetworkShellException(
                    ErrorKind.CONNECTION_REFUSED,
                    device,
                    "Nothing accepts connections at " + where + " (connection refused).",
                    "Check the port, and that the SSH server is switched on.",
                    e);
        }
        return new NetworkShellException(
                ErrorKind.UNREACHABLE, device, "Connecting to " + where + " failed: " + e.getMessage() + ".", null, e);
    }
}
