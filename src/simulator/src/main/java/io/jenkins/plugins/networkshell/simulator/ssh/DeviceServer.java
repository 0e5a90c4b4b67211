package io.jenkins.plugins.networkshell.simulator.ssh;

import io.jenkins.plugins.networkshell.simulator.scene.Login;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.scene.SshSettings;
import io.jenkins.plugins.networkshell.simulator.shell.ExecSession;
import io.jenkins.plugins.networkshell.simulator.shell.SessionContext;
import io.jenkins.plugins.networkshell.simulator.shell.ShellSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.ChannelFactory;
import org.apache.sshd.common.channel.RequestHandler;
import org.apache.sshd.common.io.IoAcceptor;
import org.apache.sshd.common.io.IoServiceFactory;
import org.apache.sshd.common.session.ConnectionService;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.BuiltinUserAuthFactories;
import org.apache.sshd.server.auth.UserAuthFactory;
import org.apache.sshd.server.auth.UserAuthNoneFactory;
import org.apache.sshd.server.channel.ChannelSessionFactory;
import org.apache.sshd.server.forward.DirectTcpipFactory;
import org.apache.sshd.server.session.SessionFactory;

/** The SSH server of one device. It has no threads: sockets and timers belong to {@link SharedIo}. */
public final class DeviceServer extends SshServer {
    private final SharedIo io;
    private final Scene scene;
    private final Supplier<SessionContext> accept;
    private final Supplier<HostKeys> otherHostKeys;
    private final Set<ShellSession> openShells = ConcurrentHashMap.newKeySet();

    /**
     * @param accept called for each connection; counts it and determines its faults
     * @param otherHostKeys for the fault that changes the host key
     */
    public DeviceServer(
            SharedIo io,
            Scene scene,
            HostKeys hostKeys,
            Supplier<SessionContext> accept,
            Supplier<HostKeys> otherHostKeys) {
        this.io = io;
        this.scene = scene;
        this.accept = accept;
        this.otherHostKeys = otherHostKeys;
        setUpDefaults();
        setKeyPairProvider(hostKeys);
        setScheduledExecutorService(io.timer(), false);
        Algorithms.apply(scene.ssh(), this);
        authentication();
        setChannelFactories(channels(scene.ssh().forwarding()));
        if (scene.ssh().forwarding()) {
            setForwardingFilter(new LoopbackForwarding());
        }
        setShellFactory(channel -> new DeviceShell((DeviceChannel) channel, openShells));
        if (ExecSession.isAccepted(scene)) {
            setCommandFactory((channel, command) -> new DeviceExec((DeviceChannel) channel, command));
        }
        List<RequestHandler<ConnectionService>> requests = new ArrayList<>();
        requests.add(new KeepAliveDrop());
        requests.addAll(ServerBuilder.DEFAULT_GLOBAL_REQUEST_HANDLERS);
        setGlobalRequestHandlers(requests);
        CoreModuleProperties.SERVER_IDENTIFICATION.set(
                this, scene.ssh().version().substring("SSH-2.0-".length()));
        // A fault simulates a device's timers; MINA's own must not end a slow test.
        CoreModuleProperties.IDLE_TIMEOUT.set(this, Duration.ZERO);
        CoreModuleProperties.NIO2_READ_TIMEOUT.set(this, Duration.ZERO);
        // We wait for the end of the shell ourselves; MINA would keep a closed channel for seconds.
        CoreModuleProperties.COMMAND_EXIT_TIMEOUT.set(this, Duration.ofMillis(1));
    }

    private void setUpDefaults() {
        SshServer defaults = ServerBuilder.builder().build();
        setKeyExchangeFactories(defaults.getKeyExchangeFactories());
        setCipherFactories(defaults.getCipherFactories());
        setMacFactories(defaults.getMacFactories());
        setSignatureFactories(defaults.getSignatureFactories());
        setCompressionFactories(defaults.getCompressionFactories());
        setKexExtensionHandler(defaults.getKexExtensionHandler());
        setRandomFactory(defaults.getRandomFactory());
        setFileSystemFactory(defaults.getFileSystemFactory());
        setForwarderFactory(defaults.getForwarderFactory());
        setForwardingFilter(defaults.getForwardingFilter());
        setUnknownChannelReferenceHandler(defaults.getUnknownChannelReferenceHandler());
        setChannelStreamWriterResolver(defaults.getChannelStreamWriterResolver());
    }

    private void authentication() {
        SshSettings ssh = scene.ssh();
        Login login = scene.login();
        Authentication check = new Authentication(scene);
        setPasswordAuthenticator(check);
        setKeyboardInteractiveAuthenticator(check);
        setPublickeyAuthenticator(check);
        Set<String> names = new LinkedHashSet<>();
        ssh.auth().forEach(chain -> names.addAll(List.of(chain.split(","))));
        // MINA knows "none", but does not parse it.
        boolean none = names.remove(UserAuthNoneFactory.NAME);
        var parsed = BuiltinUserAuthFactories.parseFactoriesList(names);
        if (!parsed.getUnsupportedFactories().isEmpty()) {
            throw new IllegalArgumentException("unknown authentication methods: " + parsed.getUnsupportedFactories());
        }
        List<UserAuthFactory> factories = new ArrayList<>(parsed.getParsedFactories());
        if (none) {
            factories.add(UserAuthNoneFactory.INSTANCE);
        }
        setUserAuthFactories(factories);
        CoreModuleProperties.AUTH_METHODS.set(this, String.join(" ", ssh.auth()));
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(this, ssh.maxAuthTries());
        if (!login.banner().isEmpty()) {
            CoreModuleProperties.WELCOME_BANNER.set(this, login.banner());
        }
    }

    private static List<ChannelFactory> channels(boolean forwarding) {
        ChannelFactory shells = new ChannelSessionFactory() {
            @Override
            public Channel createChannel(Session session) {
                return new DeviceChannel();
            }
        };
        return forwarding ? List.of(shells, DirectTcpipFactory.INSTANCE) : List.of(shells);
    }

    /** MINA needs it to connect to another host. */
    @Override
    public IoServiceFactory getIoServiceFactory() {
        return io.factory();
    }

    /** The open shells. */
    public Set<ShellSession> openShells() {
        return openShells;
    }

    @Override
    protected IoAcceptor createAcceptor() {
        return io.acceptor(
                new ConnectionGate(getSessionFactory(), accept, scene.ssh().version()));
    }

    @Override
    protected SessionFactory createSessionFactory() {
        return new DeviceSessionFactory(this, otherHostKeys);
    }
}
