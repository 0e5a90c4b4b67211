package io.jenkins.plugins.networkshell.engine.ssh.link;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.ssh.auth.Authenticator;
import io.jenkins.plugins.networkshell.engine.ssh.auth.HookedOutput;
import io.jenkins.plugins.networkshell.engine.ssh.auth.LoginDialogue;
import io.jenkins.plugins.networkshell.engine.ssh.auth.LoginMethods;
import io.jenkins.plugins.networkshell.engine.ssh.channel.DeviceChannel;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.ssh.event.SshLog;
import io.jenkins.plugins.networkshell.engine.ssh.handshake.AlgorithmSuite;
import io.jenkins.plugins.networkshell.engine.ssh.handshake.CipherWarmUp;
import io.jenkins.plugins.networkshell.engine.ssh.handshake.DelayedZlib;
import io.jenkins.plugins.networkshell.engine.ssh.handshake.HandshakeTap;
import io.jenkins.plugins.networkshell.engine.ssh.handshake.HostKeyGate;
import io.jenkins.plugins.networkshell.engine.ssh.handshake.KnownKeys;
import io.jenkins.plugins.networkshell.engine.ssh.handshake.ServerHello;
import io.jenkins.plugins.networkshell.engine.ssh.kex.GroupExchange;
import io.jenkins.plugins.networkshell.engine.ssh.task.BoundedTask;
import io.jenkins.plugins.networkshell.engine.target.AlgorithmsInUse;
import io.jenkins.plugins.networkshell.engine.target.HostKey;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.sshj.ConfigImpl;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.LoggerFactory;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.common.SecurityUtils;
import net.schmizz.sshj.connection.ConnectionImpl;
import net.schmizz.sshj.transport.NegotiatedAlgorithms;
import net.schmizz.sshj.transport.TransportImpl;
import net.schmizz.sshj.transport.compression.NoneCompression;
import net.schmizz.sshj.transport.random.JCERandom;
import net.schmizz.sshj.transport.random.SingletonRandomFactory;
import net.schmizz.sshj.transport.verification.AlgorithmsVerifier;

/** The SSH protocol with one host, over a wire: SSHJ's transport and connection, put together for our needs. */
public final class SshLink implements Closeable {
    private static final int READ_BUFFER = 64 * 1024;
    /** Room for output that nobody has read yet. Enough for 50 MB/s at 40 ms of round trip time. */
    private static final int WINDOW = 2 * 1024 * 1024;

    private final Target target;
    private final Wire wire;
    private final SshLog log;
    private final AlgorithmSuite suite;
    private final HandshakeTap tap;
    private final HookedOutput output;
    private final TransportImpl transport;
    private final ConnectionImpl connection;
    private final HostKeyGate gate;
    private final LoginDialogue login;
    private final AtomicBoolean cipherWarmedUp = new AtomicBoolean();
    private volatile NegotiatedAlgorithms negotiated;
    private volatile SSHException end;
    private volatile KeepAlives keepAlives;
    private volatile Authenticator authenticator;

    public SshLink(Target target, Wire wire, ConnectionListener listener, SshLog log) throws IOException {
        // SSHJ would register BouncyCastle with the whole Java process and then insist on it.
        SecurityUtils.setRegisterBouncyCastle(false);
        this.target = target;
        this.wire = wire;
        this.log = log;
        KnownKeys known = KnownKeys.of(target);
        suite = AlgorithmSuite.of(known.order(target.algorithms()));
        tap = new HandshakeTap(new BufferedInputStream(wire.input(), READ_BUFFER));
        output = new HookedOutput(wire.output());
        transport = new TransportImpl(config(suite, target, log.factory(target.address())));
        transport.setTimeoutMs(
                (int) Math.min(Integer.MAX_VALUE, target.limits().login().toMillis()));
        connection = new ConnectionImpl(transport, KeepAliveProvider.KEEP_ALIVE);
        connection.setWindowSize(WINDOW);
        transport.setDisconnectListener(this::noteEnd);
        gate = new HostKeyGate(target, known, suite.names().hostKeys(), listener);
        transport.addHostKeyVerifier(gate);
        transport.addAlgorithmsVerifier(new NegotiationNote());
        login = new LoginDialogue(transport, connection, listener, output, target);
    }

    /** Remembers what was agreed on. A class with a name, because SSHJ's log shows it. */
    private final class NegotiationNote implements AlgorithmsVerifier {
        @Override
        public boolean verify(NegotiatedAlgorithms algorithms) {
            negotiated = algorithms;
            return true;
        }

        @Override
        public String toString() {
            return "the list of what is in use";
        }
    }

    private static ConfigImpl config(AlgorithmSuite suite, Target target, LoggerFactory log) {
        ConfigImpl config = new ConfigImpl();
        config.setLoggerFactory(log);
        config.setVersion("NetworkShell");
        config.setRandomFactory(new SingletonRandomFactory(new JCERandom.Factory()));
        config.setKeepAliveProvider(KeepAliveProvider.KEEP_ALIVE);
        config.setKeyExchangeFactories(suite.keyExchanges());
        config.setKeyAlgorithms(suite.hostKeys());
        config.setCipherFactories(suite.ciphers());
        config.setMACFactories(suite.macs());
        config.setCompressionFactories(
                target.compression()
                        ? List.of(new DelayedZlib.Factory(), new NoneCompression.Factory())
                        : List.of(new NoneCompression.Factory()));
        // We check certificates of hosts ourselves: SSHJ does not with every key exchange.
        config.setVerifyHostKeyCertificates(false);
        return config;
    }

    /**
     * The first error on the connection is its cause; those that a writer or another waiter meets a moment later ("closed
     * channel") say nothing.
     */
    private synchronized void noteEnd(DisconnectReason reason, String message) {
        if (end == null) {
            end = new SSHException(reason, message);
        }
    }

    /** Why the connection ended, as far as is known; {@code e} if nothing better is. */
    public Throwable cause(Throwable e) {
        if (end != null && e != end && end.getMessage() != null) {
            end.addSuppressed(e);
            return end;
        }
        return e;
    }

    /**
     * SSHJ forgets an error of its reader that comes before its own first packet, and then waits for an answer to that
     * until the limit.
     */
    private void failIfEnded() throws SSHException {
        if (end != null) {
            throw new SSHException("the connection ended before keys were exchanged");
        }
    }

    public void exchangeKeys() throws NetworkShellException {
        try {
            transport.init(NumericHost.of(target.host()), target.port(), tap, output);
            output.afterNextFlush(this::failIfEnded);
            transport.doKex();
            tap.stop();
            log.event(
                    target.address(),
                    "host key " + gate.accepted().type() + " " + gate.accepted().fingerprint() + ", algorithms "
                            + algorithmsInUse());
        } catch (IOException | RuntimeException e) {
            throw ConnectionErrors.duringHandshake(
                    target,
                    suite.names(),
                    tap,
                    gate.refusal(),
                    GroupExchange.refusal(e).orElseGet(() -> cause(e)));
        }
    }

    public void logIn(BoundedTask<?> progress) throws NetworkShellException {
        try (LoginMethods methods = new LoginMethods(target, tap.hello(), login, progress)) {
            Authenticator toBeSeen = new Authenticator(target, login, log);
            authenticator = toBeSeen;
            toBeSeen.run(methods.all());
        } catch (IOException | RuntimeException e) {
            throw e instanceof NetworkShellException known
                    ? known
                    : ConnectionErrors.lost(target, "during login", cause(e));
        }
        keepAlives = KeepAlives.start(connection, target.address(), target.keepAlive());
    }

    /** How far login got, see {@link Authenticator#progress}; empty before it began. */
    public String loginProgress() {
        Authenticator running = authenticator;
        return running == null ? "" : running.progress();
    }

    /** For devices that break on them. */
    public void stopKeepAlives() {
        if (keepAlives != null) {
            keepAlives.stop();
        }
    }

    /** What the other side has said before encryption began, as far as it came. */
    public ServerHello hello() {
        return tap.hello();
    }

    Target target() {
        return target;
    }

    public ConnectionImpl connection() {
        return connection;
    }

    /**
     * Opens a channel of this connection. SSHJ tells the channels that it has of the connection's end, and then forgets
     * them all: one that was made meanwhile would wait for an answer until the limit.
     */
    public void open(DeviceChannel channel) throws SSHException {
        if (end != null) { // noted before any channel hears of it
            throw end;
        }
        channel.open();
    }

    public String serverVersion() {
        return "SSH-2.0-" + transport.getServerVersion();
    }

    public String banner() {
        return login.banner();
    }

    /** See {@link LoginDialogue#roundTrip}. */
    public Duration roundTrip() {
        return login.roundTrip();
    }

    public AlgorithmsInUse algorithmsInUse() {
        return new AlgorithmsInUse(
                negotiated.getKeyExchangeAlgorithm(),
                negotiated.getSignatureAlgorithm(),
                negotiated.getServer2ClientCipherAlgorithm(),
                negotiated.getServer2ClientMACAlgorithm(),
                negotiated.getServer2ClientCompressionAlgorithm());
    }

    public HostKey hostKey() {
        return gate.accepted();
    }

    /** See {@link CipherWarmUp}. Once: a cipher that stays slow would cost its time again with each file. */
    public void warmUpCipher() {
        if (!cipherWarmedUp.compareAndSet(false, true)) {
            return;
        }
        CipherWarmUp.run(
                named(suite.ciphers(), negotiated.getServer2ClientCipherAlgorithm()),
                named(suite.macs(), negotiated.getServer2ClientMACAlgorithm()));
    }

    /** Null if none: a MAC is agreed on for those ciphers only that need one. */
    private static <T> Factory<T> named(List<Factory.Named<T>> factories, String name) {
        return factories.stream()
                .filter(factory -> factory.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    public boolean isRunning() {
        return transport.isRunning();
    }

    /** Says good-bye; may block, the caller bounds it. */
    public void disconnect() {
        stopKeepAlives();
        transport.disconnect();
    }

    /** At once and without a word. */
    @Override
    public void close() throws IOException {
        stopKeepAlives();
        wire.close();
    }
}
