package io.jenkins.plugins.networkshell.engine.ssh;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.ssh.event.SshLog;
import io.jenkins.plugins.networkshell.engine.ssh.link.Endpoint;
import io.jenkins.plugins.networkshell.engine.ssh.link.ProxyHandshake;
import io.jenkins.plugins.networkshell.engine.ssh.link.Route;
import io.jenkins.plugins.networkshell.engine.ssh.link.SshLink;
import io.jenkins.plugins.networkshell.engine.ssh.link.Wire;
import io.jenkins.plugins.networkshell.engine.ssh.task.BoundedTask;
import io.jenkins.plugins.networkshell.engine.ssh.task.TaskProgress;
import io.jenkins.plugins.networkshell.engine.target.Proxy;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.text.Durations;
import io.jenkins.plugins.networkshell.engine.text.Quoted;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Opens links, one after the other, each through the one before it; retries if that may help. */
final class ConnectionOpener {
    private static final Set<ErrorKind> TRANSPORT_ERRORS = Set.of(
            ErrorKind.CONNECTION_REFUSED, ErrorKind.CONNECT_TIMEOUT, ErrorKind.UNREACHABLE, ErrorKind.CONNECTION_LOST);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    private final Target device;
    private final List<Target> hops;
    private final SshLink shared;
    private final ConnectionListener listener;
    private final SshLog log;
    /** While credentials are being checked: a failure may be the device's answer to them. */
    private volatile boolean loggingIn;

    /**
     * @param device the final destination, usually the last of the hops
     * @param hops the hosts to log in to, in order
     * @param shared an open, shared connection to the jump host before them; null for none
     */
    ConnectionOpener(Target device, List<Target> hops, SshLink shared, ConnectionListener listener, SshLog log) {
        this.device = device;
        this.hops = List.copyOf(hops);
        this.shared = shared;
        this.listener = listener;
        this.log = log;
    }

    /** The jump hosts of a target, and the target itself. A jump host may itself be behind others. */
    static List<Target> hops(Target target) {
        List<Target> hops = new ArrayList<>();
        target.jumps().forEach(jump -> hops.addAll(hops(jump)));
        hops.add(target);
        return hops;
    }

    /** The host of the last link. */
    Target last() {
        return hops.get(hops.size() - 1);
    }

    List<SshLink> open(Cancellation cancellation) throws NetworkShellException {
        Duration delay = device.retryDelay();
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(cancellation);
            } catch (NetworkShellException e) {
                if (attempt >= device.connectAttempts() || !mayPass(e)) {
                    throw e;
                }
                listener.retrying(e.getMessage() + " Attempt " + (attempt + 1) + " of " + device.connectAttempts()
                        + " in " + Durations.text(delay) + ".");
                pause(delay, cancellation);
                delay = delay.multipliedBy(2).compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay.multipliedBy(2);
            }
        }
    }

    private boolean mayPass(NetworkShellException e) {
        return !loggingIn
                && TRANSPORT_ERRORS.contains(e.kind())
                && !(e.getCause() instanceof ProxyHandshake.LoginRefusal);
    }

    private List<SshLink> attempt(Cancellation cancellation) throws NetworkShellException {
        loggingIn = false;
        Endpoint first = endpoint(hops.get(0));
        BoundedTask task =
                new BoundedTask(device.host(), "while connecting", cancellation, first.limit(), first::timeout);
        // Nobody knows how long a person takes to answer, or another device to leave the jump host to this one.
        return isShared() || listener.canAnswer()
                ? task.runOnSeparateThread(this::openChain)
                : task.runOnCallingThread(() -> {}, this::openChain);
    }

    /** Whether what is opened goes through a connection that others use, too. */
    boolean isShared() {
        return shared != null;
    }

    private void pause(Duration delay, Cancellation cancellation) throws CancelledException {
        try {
            if (cancellation.await(delay)) {
                throw new CancelledException(device.host(), "while waiting to connect again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(device.host(), "while waiting to connect again");
        }
    }

    private List<SshLink> openChain(TaskProgress progress) throws IOException {
        List<SshLink> chain = new ArrayList<>();
        for (Target hop : hops) {
            Endpoint endpoint = endpoint(hop);
            progress.enter(hop.limits().connect(), endpoint::timeout);
            SshLink previous = chain.isEmpty() ? shared : chain.get(chain.size() - 1);
            Wire wire = new Route(progress, previous, proxy(hop)).connect(endpoint);
            AtomicReference<SshLink> reached = new AtomicReference<>();
            progress.enter(hop.limits().login(), () -> loginTimeout(hop, reached.get()));
            SshLink link = progress.own(new SshLink(hop, wire, listener, log));
            reached.set(link);
            link.exchangeKeys();
            loggingIn = true;
            listener.loggingIn(hop);
            link.logIn(progress);
            loggingIn = false;
            chain.add(link);
        }
        return chain;
    }

    private Proxy proxy(Target hop) {
        boolean first = hop == hops.get(0) && shared == null;
        if (first && hop.proxy() instanceof Proxy.None) {
            return device.proxy();
        }
        return hop == device && !first ? new Proxy.None() : hop.proxy();
    }

    private Endpoint endpoint(Target hop) {
        return new Endpoint(
                device.host(),
                hop == device ? "" : "jump host",
                hop.host(),
                hop.port(),
                hop.limits().connect());
    }

    /** @param link null until it exists */
    private NetworkShellException loginTimeout(Target hop, SshLink link) {
        String sentence = "Login to " + hop.address() + " did not complete within "
                + Durations.text(hop.limits().login());
        if (link == null || !link.hello().identification().isEmpty()) {
            String progress = link == null ? "" : link.loginProgress();
            return new NetworkShellException(
                    ErrorKind.TIMEOUT,
                    device.host(),
                    sentence + (progress.isEmpty() ? "" : ": " + progress) + ".",
                    null,
                    null);
        }
        String preamble = link.hello().preamble();
        return new NetworkShellException(
                ErrorKind.TIMEOUT,
                device.host(),
                sentence + ": it said " + (preamble.isEmpty() ? "nothing" : Quoted.of(preamble))
                        + ", and the identification of an SSH server was awaited.",
                "Check the port and the device's SSH server.",
                null);
    }
}
