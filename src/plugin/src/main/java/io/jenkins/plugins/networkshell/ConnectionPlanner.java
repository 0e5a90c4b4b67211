package io.jenkins.plugins.networkshell;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.Util;
import io.jenkins.plugins.networkshell.config.DurationText;
import io.jenkins.plugins.networkshell.config.HostKeyPolicies;
import io.jenkins.plugins.networkshell.config.NetworkShellConfiguration;
import io.jenkins.plugins.networkshell.connection.ConnectionPlan;
import io.jenkins.plugins.networkshell.connection.ConnectionPlan.LookForKeys;
import io.jenkins.plugins.networkshell.credentials.DeviceLogin;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.ssh.AlgorithmCategory;
import io.jenkins.plugins.networkshell.engine.ssh.Algorithms;
import io.jenkins.plugins.networkshell.engine.ssh.Credential;
import io.jenkins.plugins.networkshell.engine.ssh.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.ssh.MemoryHostKeys;
import io.jenkins.plugins.networkshell.engine.ssh.Proxy;
import io.jenkins.plugins.networkshell.engine.ssh.Target;
import io.jenkins.plugins.networkshell.hostkeys.HostKeyDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Makes a plan of how to get a connection: of what the user wrote, the global configuration, the known host keys and the
 * credentials. A step inside a {@code networkSession} that names no host has the connection of that block.
 */
final class ConnectionPlanner {
    private static final String AGENT_SOCKET = "SSH_AUTH_SOCK";

    private final ConnectionStep step;
    private final ConnectionStep connection;
    /** Whose connection it is; null for one of the step's own. */
    private final NetworkSession block;

    private final Surroundings around;
    private final NetworkShellConfiguration configuration = NetworkShellConfiguration.get();
    private final List<Secret> masked = new ArrayList<>();
    private Secret password;

    ConnectionPlanner(ConnectionStep step, Surroundings around) {
        this.step = step;
        this.around = around;
        NetworkSession session = around.session();
        boolean shared =
                session != null && (step == session.step() || step.getHost().isEmpty());
        block = shared ? session : null;
        connection = shared ? session.step() : step;
    }

    /** @throws AbortException when something is missing or makes no sense, in one sentence */
    ConnectionPlan plan() throws AbortException {
        return Checked.value(() -> {
            checkBlock();
            MemoryHostKeys hostKeys = HostKeyDatabase.get().snapshot();
            Target target = target(hostKeys);
            return new ConnectionPlan(target, hostKeys, masked, lookForKeys(), block == null ? null : block.id(), null);
        });
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
        List<String> parameters = step.connectionParameters();
        if (!parameters.isEmpty()) {
            throw new AbortException(Messages.ConnectionPlanner_Block(String.join(", ", parameters)));
        }
        if (!block.node().equals(around.node())) {
            throw new AbortException(Messages.ConnectionPlanner_OtherMachine());
        }
    }

    /** With variables replaced; null for empty. */
    String expanded(String text) {
        return Util.fixEmptyAndTrim(text == null ? null : around.expand().apply(text));
    }

    /** Replaces variables, and leaves the rest as it is; empty for null. */
    UnaryOperator<String> expand() {
        return text -> around.expand().apply(Util.fixNull(text));
    }

    String host() {
        String host = expanded(connection.getHost());
        if (host == null) {
            throw new IllegalArgumentException(Messages.ConnectionPlanner_NoHost());
        }
        return host;
    }

    /** Names the device in front of lines of the log. */
    String address() {
        return connection.getPort() == Target.builder("host", "").build().port()
                ? host()
                : host() + ":" + connection.getPort();
    }

    /** The artifact that gets the log of the protocol; null for none, and where a block's connection has one. */
    String sshLogArtifact() throws AbortException {
        return block != null ? null : Checked.value(() -> ArtifactNames.sshLog(host(), expanded(step.getSshLog())));
    }

    /** The password of the login where it has one; known once the plan is made. */
    Secret password() {
        return password;
    }

    /** A secret besides those of the login. */
    Secret secret(String unexpandedId) throws AbortException {
        Secret secret = around.credentials().secret(expanded(unexpandedId), host(), connection.getPort());
        masked.add(secret);
        return secret;
    }

    /** Those of the connection, with those that a step inside a block may set for itself. */
    Limits limits() {
        Limits limits = with(connectionLimits(), step.getSilenceTimeout(), Limits::withSilence);
        return with(limits, step.getSessionTimeout(), Limits::withSession);
    }

    private Limits connectionLimits() {
        Limits limits = configuration.limits();
        limits = with(limits, connection.getConnectTimeout(), Limits::withConnect);
        limits = with(limits, connection.getLoginTimeout(), Limits::withLogin);
        limits = with(limits, connection.getSilenceTimeout(), Limits::withSilence);
        return with(limits, connection.getSessionTimeout(), Limits::withSession);
    }

    private Limits with(Limits limits, String text, BiFunction<Limits, Duration, Limits> setter) {
        Duration duration = duration(text);
        return duration == null ? limits : setter.apply(limits, duration);
    }

    /** Null where nothing was written. */
    Duration duration(String text) {
        String expanded = expanded(text);
        return expanded == null ? null : DurationText.parse(expanded);
    }

    private Target target(MemoryHostKeys hostKeys) throws AbortException {
        HostKeyChecking checking = new HostKeyChecking(policy(), List.of(hostKeys));
        DeviceLogin login = login(connection.getCredentialsId(), host(), connection.getPort());
        password = login.password();
        Duration keepAlive = duration(connection.getKeepAlive());
        return builder(host(), connection.getPort(), username(login), deviceCredentials(login), checking)
                .jumps(jumps(checking))
                .proxy(proxy())
                .compression(connection.isCompression())
                .keepAlive(keepAlive == null ? Duration.ZERO : keepAlive)
                .connectAttempts(connection.getConnectAttempts())
                .build();
    }

    private Target.Builder builder(
            String host, int port, String username, List<Credential> credentials, HostKeyChecking checking) {
        return Target.builder(host, username)
                .port(port)
                .credentials(credentials)
                .hostKeys(checking)
                .algorithms(algorithms())
                .limits(connectionLimits());
    }

    /** Without credentials where the user wants keys of the build's machine instead. */
    private DeviceLogin login(String unexpandedId, String host, int port) throws AbortException {
        String id = expanded(unexpandedId);
        if (id == null) {
            if (hasOtherWays()) {
                return new DeviceLogin(null, List.of(), null, List.of());
            }
            throw new AbortException(Messages.ConnectionPlanner_NoCredentials(host));
        }
        DeviceLogin login = around.credentials().login(id, host, port);
        masked.addAll(login.secrets());
        return login;
    }

    private boolean hasOtherWays() {
        return connection.isSshAgent()
                || connection.isLookForKeys()
                || connection.isNoPassword()
                || connection.getLoginAnswers() != null;
    }

    private String username(DeviceLogin login) {
        String username = expanded(connection.getUsername());
        if (username == null && login.username() == null) {
            throw new IllegalArgumentException(Messages.ConnectionPlanner_NoUsername(host()));
        }
        return username == null ? login.username() : username;
    }

    /** In the order in which they are tried: nothing at all, keys, the agent, answers, password. */
    private List<Credential> deviceCredentials(DeviceLogin login) throws AbortException {
        List<Credential> credentials = keys(login);
        if (connection.isNoPassword()) {
            credentials.add(0, new Credential.None());
        }
        List<Credential.PromptAnswer> answers = new ArrayList<>();
        for (LoginAnswerEntry entry : Util.fixNull(connection.getLoginAnswers())) {
            Secret answer = entry.secret(this);
            masked.add(answer);
            answers.add(entry.toAnswer(answer));
        }
        if (!answers.isEmpty()) {
            credentials.add(new Credential.KeyboardInteractive(answers));
        }
        if (login.password() != null) {
            credentials.add(new Credential.Password(login.password()));
        }
        return credentials;
    }

    private List<Credential> keys(DeviceLogin login) {
        EnvVars variables = around.variables();
        if ((connection.isSshAgent() || connection.isLookForKeys()) && variables == null) {
            throw new IllegalArgumentException(Messages.ConnectionPlanner_NoMachine());
        }
        String certificate = expanded(connection.getCertificate());
        List<Credential> keys = new ArrayList<>();
        for (Credential credential : login.credentials()) {
            if (credential instanceof Credential.PrivateKey key) {
                keys.add(certificate == null ? key : key.withCertificate(certificate));
            }
        }
        if (certificate != null && keys.isEmpty()) {
            throw new IllegalArgumentException(Messages.ConnectionPlanner_Certificate());
        }
        if (connection.isSshAgent() && variables != null) {
            keys.add(Credential.Agent.at(agentSocket(variables)));
        }
        return keys;
    }

    private static Path agentSocket(EnvVars variables) {
        String socket = Util.fixEmptyAndTrim(variables.get(AGENT_SOCKET));
        if (socket == null) {
            throw new IllegalArgumentException(Messages.ConnectionPlanner_NoAgent());
        }
        return Path.of(socket);
    }

    private List<Target> jumps(HostKeyChecking checking) throws AbortException {
        String text = expanded(connection.getJump());
        List<Target> jumps = new ArrayList<>();
        if (text != null) {
            String id = connection.getJumpCredentialsId() == null
                    ? connection.getCredentialsId()
                    : connection.getJumpCredentialsId();
            for (JumpHost jump : JumpHost.parse(text)) {
                DeviceLogin login = login(id, jump.host(), jump.port());
                jumps.add(builder(jump.host(), jump.port(), username(jump, login), jumpCredentials(login), checking)
                        .build());
            }
        }
        return jumps;
    }

    private String username(JumpHost jump, DeviceLogin login) {
        if (jump.username() != null) {
            return jump.username();
        }
        boolean ownLogin = connection.getJumpCredentialsId() != null && login.username() != null;
        return ownLogin ? login.username() : username(login);
    }

    /** Answers to questions of the device are not for others: a one-time code would be used up. */
    private List<Credential> jumpCredentials(DeviceLogin login) {
        if (connection.getJumpCredentialsId() != null) {
            return login.credentials();
        }
        List<Credential> credentials = keys(login);
        if (login.password() != null) {
            credentials.add(new Credential.Password(login.password()));
        }
        return credentials;
    }

    private Proxy proxy() throws AbortException {
        String url = expanded(connection.getProxy());
        if (url == null) {
            return new Proxy.None();
        }
        Proxy proxy = Proxy.parse(url, null);
        String id = expanded(connection.getProxyCredentialsId());
        if (id == null) {
            return proxy;
        }
        if (proxy instanceof Proxy.Socks5 socks) {
            DeviceLogin login = proxyLogin(id, socks.host(), socks.port());
            return new Proxy.Socks5(socks.host(), socks.port(), login.username(), login.password());
        }
        Proxy.HttpConnect http = (Proxy.HttpConnect) proxy;
        DeviceLogin login = proxyLogin(id, http.host(), http.port());
        return new Proxy.HttpConnect(http.host(), http.port(), login.username(), login.password());
    }

    private DeviceLogin proxyLogin(String id, String host, int port) throws AbortException {
        DeviceLogin login = around.credentials().login(id, host, port);
        if (login.password() == null) {
            throw new AbortException(Messages.ConnectionPlanner_ProxyPassword(id));
        }
        masked.addAll(login.secrets());
        return login;
    }

    private HostKeyChecking.Policy policy() {
        String name = expanded(connection.getHostKeys());
        return name == null ? configuration.hostKeyPolicy() : HostKeyPolicies.parse(name);
    }

    private Algorithms algorithms() {
        String name = expanded(connection.getAlgorithms());
        Algorithms algorithms = Algorithms.preset(name == null ? "secure" : name);
        algorithms = with(algorithms, AlgorithmCategory.KEY_EXCHANGE, connection.getKeyExchanges());
        algorithms = with(algorithms, AlgorithmCategory.HOST_KEY, connection.getHostKeyAlgorithms());
        algorithms = with(algorithms, AlgorithmCategory.CIPHER, connection.getCiphers());
        return with(algorithms, AlgorithmCategory.MAC, connection.getMacs());
    }

    private Algorithms with(Algorithms algorithms, AlgorithmCategory category, String list) {
        String expanded = expanded(list);
        return expanded == null ? algorithms : algorithms.with(category, expanded);
    }
}
