package io.jenkins.plugins.networkshell.simulator.ssh;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;

/** Forwards clients only to this machine: a simulated jump host must not become a real one. */
final class LoopbackForwarding extends RejectAllForwardingFilter {
    @Override
    public boolean canConnect(Type type, SshdSocketAddress address, Session session) {
        try {
            return type == Type.Direct
                    && InetAddress.getByName(address.getHostName()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
