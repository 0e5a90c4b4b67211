package io.jenkins.plugins.networkshell.plan;

import hudson.AbortException;
import io.jenkins.plugins.networkshell.artifact.ArtifactNames;
import io.jenkins.plugins.networkshell.config.NetworkShellConfiguration;
import io.jenkins.plugins.networkshell.config.SessionPolicy;
import io.jenkins.plugins.networkshell.connection.BusyRetries;
import io.jenkins.plugins.networkshell.connection.ConnectionPlan;
import io.jenkins.plugins.networkshell.connection.ConnectionPlan.LookForKeys;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.target.openssh.MemoryHostKeys;
import io.jenkins.plugins.networkshell.hostkeys.HostKeyDatabase;
import io.jenkins.plugins.networkshell.parameter.ParameterText;
import io.jenkins.plugins.networkshell.parameter.UserInput;
import io.jenkins.plugins.networkshell.step.ConnectionStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;

/**
 * Makes a plan of how to get a connection: of what the user wrote, the global configuration, the known host keys and the
 * credentials. A step inside a {@code networkSession} that names no host has the connection of that block.
 */
public final class ConnectionPlanner {
    private final ConnectionStep step;
    private final ConnectionStep connection;
    /** Whose connection it is; null for one of the step's own. */
    private final NetworkSession block;

    private final PlanningContext around;
    private final ParameterText text;
    private final LoginPlanner logins;

    public ConnectionPlanner(ConnectionStep step, PlanningContext around) {
        this.step = step;
        this.around = around;
        NetworkSession session = around.session();
        boolean shared =
                session != null && (step == session.step() || step.getHost().isEmpty());
        block = shared ? session : null;
        connection = shared ? session.step() : step;
        text = new ParameterText(around.expand());
        logins = new LoginPlanner(connection, around);
    }

    /** @throws AbortException when something is missing or makes no sense, in one sentence */
    public ConnectionPlan plan() throws AbortException {
        return UserInput.value(() -> {
            checkBlock();
            MemoryHostKeys hostKeys = HostKeyDatabase.get().snapshot();
            HandshakePlanner handshake = new HandshakePlanner(connection, text, hostKeys);
            RoutePlanner.Route route =
                    new RoutePlanner(connection, text, logins, handshake).route(host(), connectionLimits());
            List<Secret> hidden = new ArrayList<>(route.hidden());
            hidden.addAll(around.credentials().otherSecrets());
            return new ConnectionPlan(
                    route.target(),
                    hostKeys,
                    privilege(),
                    hidden,
                    lookForKeys(),
                    block == null ? null : block.id(),
                    null,
                    busyRetries());
        });
    }

    private static BusyRetries busyRetries() {
        SessionPolicy policy = NetworkShellConfiguration.get().getSessions();
        return new BusyRetries(policy.getBusyAttempts(), policy.firstBusyPause());
    }

    private LookForKeys lookForKeys() {
        if (!connection.isLookForKeys()) {
            return LookForKeys.NOBODY;
        }
        return connection.getJumpCredentialsId() == null ? LookForKeys.ALSO_JUMP_HOSTS : LookForKeys.THE_DEVICE;
    }

    private void checkBlock() throws AbortException {
        if (block == null || step == connection) {
            return;
        }
        List<String> parameters = connectionParameters();
        if (!parameters.isEmpty()) {
            throw new AbortException(Messages.ConnectionPlanner_Block(String.join(", ", parameters)));
        }
        if (!block.node().equals(around.node())) {
            throw new AbortException(Messages.ConnectionPlanner_OtherMachine());
        }
    }

    /**
     * What the step sets of the connection itself, by the names of the parameters: inside a block nothing of it can be
     * changed any more. The block's step has the connection's parameters and no others.
     */
    private List<String> connectionParameters() {
        Set<String> names = new TreeSet<>(
                DescribableModel.uninstantiate2_(step).getArguments().keySet());
        names.retainAll(DescribableModel.of(connection.getClass()).getParameters().stream()
                .map(DescribableParameter::getName)
                .toList());
        names.removeAll(step.parametersInsideBlock());
        return List.copyOf(names);
    }

    /** The step's parameters, with variables replaced. */
    public ParameterText text() {
        return text;
    }

    public String host() {
        String host = text.of(connection.getHost());
        if (host == null) {
            throw new IllegalArgumentException(Messages.ConnectionPlanner_NoHost());
        }
        boolean bracketed =
                host.startsWith("[") && host.endsWith("]"); // an IPv6 address as jump hosts and URLs have it
        return bracketed ? host.substring(1, host.length() - 1) : host;
    }

    public int port() {
        return connection.getPort();
    }

    /** Names the device in front of lines of the log. */
    public String address() {
        return connection.getPort() == Target.builder("host", "").build().port()
                ? host()
                : host() + ":" + connection.getPort();
    }

    /** The artifact that gets the log of the protocol; null for none, and where a block's connection has one. */
    public String sshLogArtifact() throws AbortException {
        return block != null ? null : UserInput.value(() -> ArtifactNames.sshLog(host(), text.of(step.getSshLog())));
    }

    /** A step inside a block has one of its own: the block logs in only. */
    private Secret privilege() throws AbortException {
        String id = step.privilegeCredentialsId();
        return text.of(id) == null ? null : logins.secret(id, host());
    }

    /** Those of the connection, with those that a step inside a block may set for itself. */
    public Limits limits() {
        Limits limits = with(connectionLimits(), step.getSilenceTimeout(), Limits::withSilence);
        return with(limits, step.getSessionTimeout(), Limits::withSession);
    }

    private Limits connectionLimits() {
        Limits limits = NetworkShellConfiguration.get().limits();
        limits = with(limits, connection.getConnectTimeout(), Limits::withConnect);
        limits = with(limits, connection.getLoginTimeout(), Limits::withLogin);
        limits = with(limits, connection.getSilenceTimeout(), Limits::withSilence);
        return with(limits, connection.getSessionTimeout(), Limits::withSession);
    }

    private Limits with(Limits limits, String duration, BiFunction<Limits, Duration, Limits> setter) {
        Duration parsed = text.duration(duration);
        return parsed == null ? limits : setter.apply(limits, parsed);
    }
}
