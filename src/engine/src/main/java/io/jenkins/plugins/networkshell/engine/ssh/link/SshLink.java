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
import io.jenkins.plugins.networkshell.engine.ssh.task.TaskProgress;
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

/** The SSH protocol with one host, over a wire: SSHJ's transport and connection, adapted to our needs. */
public final class SshLink implements Closeable {
    private static final int READ_BUFFER = 64 * 1024;
    /** Capacity for unread output. Enough for 50 MB/s at 40 ms round trip time. */
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
        // SSHJ would register BouncyCastle in the whole Java process and then require it.
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

    /** Remembers the negotiated algorithms. A named class, because SSHJ's log shows its name. */
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
        // We check host certificates ourselves, because SSHJ does not do it with every key exchange.
        config.setVerifyHostKeyCertificates(false);
        return config;
    }

    /**
     * The first error on the connection is its cause; later errors of writers and other waiting threads ("closed
     * channel") are meaningless.
     */
    private synchronized void noteEnd(DisconnectReason reason, String message) {
        if (end == null) {
            end = new SSHException(reason, message);
        }
    }

    /** Why the connection ended, if known; otherwise {@code e}. */
    public Throwable cause(Throwable e) {
        if (end != null && e != end && end.getMessage() != null) {
            end.addSuppressed(e);
            return end;
        }
        return e;
    }

    /**
     * SSHJ loses an error of its reader that occurs before its own first packet, and then waits for the answer until
     * the limit.
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

    public void logIn(TaskProgress progress) throws NetworkShellException {
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

    /** The progress of the login, see {@link Authenticator#progress}; empty before it starts. */
    public String loginProgress() {
        Authenticator running = authenticator;
        return running == null ? "" : running.progress();
    }

    /** Stops keepalives, for devices that can't handle them. */
    public void stopKeepAlives() {
        if (keepAlives != null) {
            keepAlives.stop();
        }
    }

    /** The server's messages before encryption, as far as received. */
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
     * Opens a channel of this connection. At the end of the connection, SSHJ notifies its channels and then forgets
     * them; a channel created in the meantime would wait for an answer until the limit.
     */
    public void open(DeviceChannel channel) throws SSHException {
        if (end != null) { // noted before any channel is notified
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

    /**
     * See {@link CipherWarmUp}. Runs only once, because a cipher that stays slow would cost the time again for each
     * file.
     */
    public void warmUpCipher() {
        if (!cipherWarmedUp.compareAndSet(false, true)) {
            return;
        }
        CipherWarmUp.run(
                named(suite.ciphers(), negotiated.getServer2ClientCipherAlgorithm()),
                named(suite.macs(), negotiated.getServer2ClientMACAlgorithm()));
    }

    /** Null if none, because a MAC is negotiated only for ciphers that need one. */
    private static <T> Factory<T> named(List<Factory.Named<T>> factories, String name) {
        return factories.stream()
                .filter(factory -> factory.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    public boolean isRunning() {
        return transport.isRunning();
    }

    /** Sends a disconnect; may block, so the caller limits the time. */
    public void disconnect() {
        stopKeepAlives();
        transport.disconnect();
    }

    /** Closes immediately, without a message. */
    @Override
    public void close() throws IOException {
        stopKeepAlives();
        wire.close();
    }
}
