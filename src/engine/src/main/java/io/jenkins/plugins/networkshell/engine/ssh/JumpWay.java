package io.jenkins.plugins.networkshell.engine.ssh;

import io.jenkins.plugins.networkshell.engine.target.Algorithms;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.Proxy;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.util.List;

/**
 * What two targets must have in common to share the connection to a jump host. Limits are not part of it: they apply to
 * opening, which the first target does.
 *
 * @param proxy of the target, which applies to the first hop
 */
record JumpWay(Proxy proxy, List<Hop> hops) {
    /** A jump host. Sharing a connection that was opened with a weaker host key check would undo the stronger one. */
    record Hop(
            String address,
            String username,
            List<Credential> credentials,
            HostKeyChecking hostKeys,
            String alias,
            Proxy proxy,
            Algorithms algorithms,
            boolean compression) {
        private static Hop of(Target hop) {
            return new Hop(
                    hop.address(),
                    hop.username(),
                    hop.credentials(),
                    hop.hostKeys(),
                    hop.hostKeyAlias(),
                    hop.proxy(),
                    hop.algorithms(),
                    hop.compression());
        }
    }

    static JumpWay of(Proxy proxy, List<Target> hops) {
        return new JumpWay(proxy, hops.stream().map(Hop::of).toList());
    }
}
