package io.jenkins.plugins.networkshell.engine.ssh;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.schmizz.sshj.common.LoggerFactory;

/** Opens the links to a target: one for each jump host and one to the device. */
final class Opening {
    private final Target target;
    private final ConnectionListener listener;
    private final LoggerFactory log;

    Opening(Target target, ConnectionListener listener, LoggerFactory log) {
        this.target = target;
        this.listener = listener;
        this.log = log;
    }

    List<SshLink> open(Cancellation cancellation) throws NetworkShellException {
        Endpoint first = endpoint(hops().get(0));
        return Bounded.run(
                target.host(), "while connecting to", cancellation, first.limit(), first::timeout, this::openChain);
    }

    private List<Target> hops() {
        List<Target> hops = new ArrayList<>(target.jumps());
        hops.add(target);
        return hops;
    }

    private Endpoint endpoint(Target hop) {
        return Endpoint.of(hop, target.host(), hop == target ? "" : "jump host");
    }

    private List<SshLink> openChain(Bounded<?> progress) throws IOException {
        List<SshLink> chain = new ArrayList<>();
        for (Target hop : hops()) {
            Endpoint endpoint = endpoint(hop);
            progress.enter(hop.limits().connect(), endpoint::timeout);
            Wire wire = new Dialer(progress).dial(endpoint);
            progress.enter(hop.limits().login(), () -> loginTimeout(hop));
            SshLink link = progress.own(new SshLink(hop, wire, listener, log));
            link.open();
            chain.add(link);
        }
        return chain;
    }

    private LoginTimeoutException loginTimeout(Target hop) {
        return new LoginTimeoutException(
                target.host(),
                "Login to " + hop.address() + " was not through within "
                        + Durations.text(hop.limits().login()) + ".",
                null,
                null);
    }
}
