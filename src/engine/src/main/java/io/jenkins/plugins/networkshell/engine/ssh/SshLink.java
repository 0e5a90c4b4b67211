package io.jenkins.plugins.networkshell.engine.ssh;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.sshj.ConfigImpl;
import net.schmizz.sshj.common.LoggerFactory;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.common.SecurityUtils;
import net.schmizz.sshj.connection.ConnectionImpl;
import net.schmizz.sshj.transport.NegotiatedAlgorithms;
import net.schmizz.sshj.transport.TransportImpl;
import net.schmizz.sshj.transport.compression.DelayedZlibCompression;
import net.schmizz.sshj.transport.compression.NoneCompression;
import net.schmizz.sshj.transport.random.JCERandom;
import net.schmizz.sshj.transport.random.SingletonRandomFactory;

/** The SSH protocol with one host, over a wire: SSHJ's transport and connection, put together for our needs. */
final class SshLink implements Closeable {
    private static final int READ_BUFFER = 64 * 1024;
    /** Room for output that nobody has read yet. Enough for 50 MB/s at 40 ms of round trip time. */
    private static final int WINDOW = 2 * 1024 * 1024;

    private final Target target;
    private final Wire wire;
    private final Suite suite;
    private final HandshakeTap tap;
    private final HookedOutput output;
    private final TransportImpl transport;
    private final ConnectionImpl connection;
    private final HostKeyGate gate;
    private final LoginDialogue login;
    private volatile NegotiatedAlgorithms negotiated;

    SshLink(Target target, Wire wire, ConnectionListener listener, LoggerFactory log) throws IOException {
        // SSHJ would register BouncyCastle with the whole Java process and then insist on it.
        SecurityUtils.setRegisterBouncyCastle(false);
        this.target = target;
        this.wire = wire;
        suite = Suite.of(target.algorithms());
        tap = new HandshakeTap(new BufferedInputStream(wire.input(), READ_BUFFER));
        output = new HookedOutput(wire.output());
        transport = new TransportImpl(config(suite, target, log));
        transport.setTimeoutMs(
                (int) Math.min(Integer.MAX_VALUE, target.limits().login().toMillis()));
        connection = new ConnectionImpl(transport, KeepAliveProvider.KEEP_ALIVE);
        connection.setWindowSize(WINDOW);
        gate = new HostKeyGate(target, listener);
        transport.addHostKeyVerifier(gate);
        transport.addAlgorithmsVerifier(algorithms -> {
            negotiated = algorithms;
            return true;
        });
        login = new LoginDialogue(
                transport, connection, listener, output, target.limits().login());
    }

    private static ConfigImpl config(Suite suite, Target target, LoggerFactory log) {
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
                        ? List.of(new DelayedZlibCompression.Factory(), new NoneCompression.Factory())
                        : List.of(new NoneCompression.Factory()));
        // We check certificates of hosts ourselves: SSHJ does not with every key exchange.
        config.setVerifyHostKeyCertificates(false);
        return config;
    }

    /** Exchanges keys and logs in. */
    void open() throws NetworkShellException {
        try {
            transport.init(Literal.of(target.host()), target.port(), tap, output);
            transport.doKex();
            tap.stop();
        } catch (IOException | RuntimeException e) {
            throw Failures.duringHandshake(target, suite.names(), tap.hello(), gate.refusal(), e);
        }
        Authenticator authenticator = new Authenticator(target, login);
        try {
            authenticator.run(Authenticator.methods(target));
        } catch (IOException | RuntimeException e) {
            throw Failures.duringLogin(target, authenticator.answered(), e);
        }
    }

    Target target() {
        return target;
    }

    ConnectionImpl connection() {
        return connection;
    }

    String serverVersion() {
        return "SSH-2.0-" + transport.getServerVersion();
    }

    String banner() {
        return login.banner();
    }

    NegotiatedAlgorithms negotiated() {
        return negotiated;
    }

    HostKey hostKey() {
        return gate.accepted();
    }

    boolean isRunning() {
        return transport.isRunning();
    }

    /** Says good-bye; may block, the caller bounds it. */
    void disconnect() {
        transport.disconnect();
    }

    /** At once and without a word. */
    @Override
    public void close() throws IOException {
        wire.close();
    }

    /** Ends SSHJ's waits, too: for when even closing the wire did not. */
    void die(SSHException reason) {
        transport.die(reason);
    }
}
