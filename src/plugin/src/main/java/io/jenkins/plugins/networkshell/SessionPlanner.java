package io.jenkins.plugins.networkshell;

import hudson.AbortException;
import hudson.Util;
import io.jenkins.plugins.networkshell.config.DurationText;
import io.jenkins.plugins.networkshell.config.HostKeyPolicies;
import io.jenkins.plugins.networkshell.config.NetworkShellConfiguration;
import io.jenkins.plugins.networkshell.console.ConsoleStyle;
import io.jenkins.plugins.networkshell.credentials.CredentialSource;
import io.jenkins.plugins.networkshell.credentials.DeviceLogin;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.platform.PlatformDefinitionException;
import io.jenkins.plugins.networkshell.engine.shell.Answer;
import io.jenkins.plugins.networkshell.engine.ssh.Algorithms;
import io.jenkins.plugins.networkshell.engine.ssh.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.ssh.MemoryHostKeys;
import io.jenkins.plugins.networkshell.engine.ssh.Target;
import io.jenkins.plugins.networkshell.hostkeys.HostKeyDatabase;
import io.jenkins.plugins.networkshell.session.PlannedCommand;
import io.jenkins.plugins.networkshell.session.SessionPlan;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Makes a plan of what the user wrote, the global configuration, the known host keys and the credentials. */
final class SessionPlanner {
    private final NetworkShellStep step;
    private final UnaryOperator<String> expand;
    private final CredentialSource source;
    private final NetworkShellConfiguration configuration = NetworkShellConfiguration.get();
    private final List<Secret> masked = new ArrayList<>();
    private final Map<String, Secret> secrets = new HashMap<>();

    SessionPlanner(NetworkShellStep step, UnaryOperator<String> expand, CredentialSource source) {
        this.step = step;
        this.expand = text -> Util.fixEmptyAndTrim(text == null ? null : expand.apply(text));
        this.source = source;
    }

    /** Null where nothing is to be archived. */
    ArtifactNames artifactNames() throws AbortException {
        return checked(() -> ArtifactNames.of(host(), expand.apply(step.getArchive())));
    }

    /**
     * @param folder for the session's files, where it runs; null for none
     * @throws AbortException when something is missing or makes no sense, in one sentence
     */
    SessionPlan plan(String folder, boolean prefixed, String charset) throws AbortException {
        return checked(() -> {
            List<PlannedCommand> commands = commands();
            if (commands.isEmpty()) {
                throw new AbortException(Messages.SessionPlanner_NoCommands());
            }
            return plan(commands, folder, prefixed, charset);
        });
    }

    /** The same without commands: to see whether the device lets us in. */
    SessionPlan planOfNothing() throws AbortException {
        return checked(() -> plan(List.of(), null, false, "UTF-8"));
    }

    private SessionPlan plan(List<PlannedCommand> commands, String folder, boolean prefixed, String charset)
            throws AbortException {
        MemoryHostKeys hostKeys = HostKeyDatabase.get().snapshot();
        PlatformCatalog catalog = catalog();
        ArtifactNames names = artifactNames();
        Target target = target(hostKeys);
        return new SessionPlan(
                target,
                hostKeys,
                catalog,
                platform(catalog),
                answers(),
                secrets,
                masked,
                expand.apply(step.getMode()),
                encoding(),
                commands,
                step.isFailOnError(),
                folder,
                new ConsoleStyle(
                        prefixed ? "[" + host() + "] " : "",
                        step.isQuiet(),
                        configuration.getConsoleLines(),
                        folder == null ? null : names.transcript(),
                        charset));
    }

    private String host() {
        String host = expand.apply(step.getHost());
        if (host == null) {
            throw new IllegalArgumentException(Messages.SessionPlanner_NoHost());
        }
        return host;
    }

    private List<PlannedCommand> commands() {
        return Util.fixNull(step.getCommands()).stream()
                .flatMap(entry -> entry.plan(text -> Util.fixNull(expand.apply(text))).stream())
                .toList();
    }

    private List<Answer> answers() {
        return Util.fixNull(step.getAnswers()).stream()
                .map(entry -> entry.toAnswer(text -> Util.fixNull(expand.apply(text))))
                .toList();
    }

    private String encoding() {
        String name = expand.apply(step.getEncoding());
        try {
            return name == null ? null : Charset.forName(name).name();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Messages.FormChecks_Encoding(name), e);
        }
    }

    private PlatformCatalog catalog() throws AbortException {
        try {
            return configuration.catalog();
        } catch (PlatformDefinitionException e) {
            throw new AbortException(e.getMessage());
        }
    }

    private Platform platform(PlatformCatalog catalog) throws AbortException {
        String name = expand.apply(step.getPlatform());
        if (name == null || name.equals("auto")) {
            return null;
        }
        return catalog.find(name)
                .orElseThrow(() ->
                        new AbortException(Messages.SessionPlanner_Platform(name, String.join(", ", catalog.names()))));
    }

    private Target target(MemoryHostKeys hostKeys) throws AbortException {
        DeviceLogin login = login(step.getCredentialsId(), host(), step.getPort());
        if (login.password() != null) {
            secrets.put("password", login.password());
        }
        String enable = expand.apply(step.getEnableCredentialsId());
        if (enable != null) {
            Secret secret = source.secret(enable, host(), step.getPort());
            secrets.put("enable", secret);
            masked.add(secret);
        }
        HostKeyChecking checking = new HostKeyChecking(policy(), List.of(hostKeys));
        Limits limits = limits();
        Target.Builder target = target(host(), step.getPort(), null, login, checking, limits);
        return target.jumps(jumps(checking, limits)).build();
    }

    private Target.Builder target(
            String host, int port, String username, DeviceLogin login, HostKeyChecking checking, Limits limits) {
        return Target.builder(host, username == null ? login.username() : username)
                .port(port)
                .credentials(login.credentials())
                .hostKeys(checking)
                .algorithms(algorithms())
                .limits(limits);
    }

    private List<Target> jumps(HostKeyChecking checking, Limits limits) throws AbortException {
        String text = expand.apply(step.getJump());
        List<Target> jumps = new ArrayList<>();
        if (text != null) {
            String id = step.getJumpCredentialsId() == null ? step.getCredentialsId() : step.getJumpCredentialsId();
            for (JumpHost jump : JumpHost.parse(text)) {
                DeviceLogin login = login(id, jump.host(), jump.port());
                jumps.add(target(jump.host(), jump.port(), jump.username(), login, checking, limits)
                        .build());
            }
        }
        return jumps;
    }

    private DeviceLogin login(String unexpandedId, String host, int port) throws AbortException {
        String id = expand.apply(unexpandedId);
        if (id == null) {
            throw new AbortException(Messages.SessionPlanner_NoCredentials(host));
        }
        DeviceLogin login = source.login(id, host, port);
        masked.addAll(login.secrets());
        return login;
    }

    private HostKeyChecking.Policy policy() {
        String name = expand.apply(step.getHostKeys());
        return name == null ? configuration.hostKeyPolicy() : HostKeyPolicies.parse(name);
    }

    private Algorithms algorithms() {
        String name = expand.apply(step.getAlgorithms());
        if (name == null || name.equals("secure")) {
            return Algorithms.secure();
        }
        if (name.equals("legacy")) {
            return Algorithms.legacy();
        }
        throw new IllegalArgumentException(Messages.SessionPlanner_Algorithms(name));
    }

    private Limits limits() {
        Limits limits = configuration.limits();
        limits = with(limits, step.getConnectTimeout(), Limits::withConnect);
        limits = with(limits, step.getSilenceTimeout(), Limits::withSilence);
        limits = with(limits, step.getCommandTimeout(), Limits::withCommand);
        return with(limits, step.getSessionTimeout(), Limits::withSession);
    }

    private Limits with(Limits limits, String text, BiFunction<Limits, Duration, Limits> setter) {
        String expanded = expand.apply(text);
        return expanded == null ? limits : setter.apply(limits, DurationText.parse(expanded));
    }

    /** What is wrong with a value is for the user to read, not an error of ours. */
    private static <T> T checked(Value<T> value) throws AbortException {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new AbortException(e.getMessage()); // without cause: Pipeline would show its stack trace
        }
    }

    /** A value that may turn out to be wrong. */
    private interface Value<T> {
        T get() throws AbortException;
    }
}
