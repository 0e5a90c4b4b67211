package io.jenkins.plugins.networkshell.simulator;

import io.jenkins.plugins.networkshell.simulator.record.Recording;
import io.jenkins.plugins.networkshell.simulator.scene.HostKeyType;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.scene.User;
import io.jenkins.plugins.networkshell.simulator.shell.DeviceState;
import io.jenkins.plugins.networkshell.simulator.shell.SessionContext;
import io.jenkins.plugins.networkshell.simulator.ssh.DeviceServer;
import io.jenkins.plugins.networkshell.simulator.ssh.HostKeys;
import io.jenkins.plugins.networkshell.simulator.ssh.SharedIo;
import io.jenkins.plugins.networkshell.simulator.traffic.Chunking;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/**
 * A listening device. Thread-safe. Closed with its {@link DeviceSimulator}, or separately.
 *
 * <p>Faults, chunking and latency can be changed at any time; a change applies to later connections.
 */
public final class SimulatedDevice implements AutoCloseable {
    private final String name;
    private final Scene scene;
    private final SharedIo io;
    private final DeviceServer server;
    private final HostKeys hostKeys;
    private final HostKeys otherHostKeys;
    private final DeviceState state;
    private final Recording recording = new Recording();
    private final List<FaultPlan> faults = new ArrayList<>();
    private Chunking chunking;
    private Duration latency;

    SimulatedDevice(SharedIo io, Scene scene, DeviceOptions options, String name, Clock clock, long seed)
            throws IOException {
        this.io = io;
        this.name = name;
        this.scene = scene;
        this.hostKeys = new HostKeys(scene.ssh().hostKeys());
        this.otherHostKeys = new HostKeys(scene.ssh().hostKeys());
        this.state = new DeviceState(
                options.hostName() == null ? scene.hostName() : options.hostName(), scene.variables(), clock, seed);
        this.faults.addAll(scene.faults());
        this.chunking = scene.chunking();
        this.latency = scene.latency();
        this.server = new DeviceServer(io, scene, hostKeys, this::accept, () -> otherHostKeys);
        server.setHost(options.address());
        server.setPort(options.port());
        server.start();
    }

    private synchronized SessionContext accept() {
        long connection = recording.connectionOpened();
        List<FaultPlan> hits = faults.stream().filter(p -> p.hits(connection)).toList();
        return new SessionContext(
                scene, state, recording, connection, hits, chunking, latency, io.sessions(), io.timer());
    }

    /** Its name in the simulator; unique unless the caller chose it. */
    public String name() {
        return name;
    }

    public Scene scene() {
        return scene;
    }

    /** The address it listens on, for instance {@code 127.0.0.1}. */
    public String host() {
        return server.getHost();
    }

    public int port() {
        return server.getPort();
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(host(), port());
    }

    /** The first user of the scene. */
    public String user() {
        return firstUser().name();
    }

    /** That user's password. */
    public String password() {
        return firstUser().password();
    }

    private User firstUser() {
        return scene.login().users().get(0);
    }

    /** The fingerprint of the first kind of host key, {@code SHA256:…}. */
    public String fingerprint() {
        return fingerprint(scene.ssh().hostKeys().get(0));
    }

    /** @throws IllegalArgumentException if the device has no such key */
    public String fingerprint(HostKeyType type) {
        return hostKeys.fingerprint(type);
    }

    public PublicKey hostKey(HostKeyType type) {
        return hostKeys.pair(type).getPublic();
    }

    /** A line for OpenSSH's {@code known_hosts}, without a newline. */
    public String knownHostsLine(HostKeyType type) {
        return "[" + host() + "]:" + port() + " " + PublicKeyEntry.toString(hostKey(type));
    }

    /** The clients' input so far, and the number of connections. */
    public Recording sent() {
        return recording;
    }

    /** One line for people: name, address, user and password. */
    public String describe() {
        return String.format("%-24s %s:%d  user %s  password %s", name, host(), port(), user(), password());
    }

    /** Adds a fault with its defaults. */
    public SimulatedDevice withFault(Fault fault) {
        return withFault(FaultPlan.of(fault));
    }

    /** Adds a fault; its {@code skip} and {@code connections} count from the device's first connection. */
    public synchronized SimulatedDevice withFault(FaultPlan plan) {
        faults.add(plan);
        return this;
    }

    /** Removes all faults, including those of the scene. */
    public synchronized SimulatedDevice withoutFaults() {
        faults.clear();
        return this;
    }

    public synchronized SimulatedDevice withChunking(Chunking value) {
        chunking = value;
        return this;
    }

    /**
     * Delays all input by one round trip; connecting and logging in stay fast. To delay those, too, see {@link
     * io.jenkins.plugins.networkshell.simulator.traffic.DelayedLink}.
     */
    public synchronized SimulatedDevice withLatency(Duration roundTrip) {
        latency = roundTrip;
        return this;
    }

    /** Prints log lines into every open shell now; {@code redraw} prints prompt and unfinished input again. */
    public void announce(String text, boolean redraw) {
        server.openShells().forEach(s -> s.announce(text, redraw));
    }

    /** Discards recorded input and all variables that commands have set. */
    public void reset() {
        recording.clear();
        state.reset();
    }

    /** Drops all connections like a cut cable; new ones are accepted. */
    public void dropConnections() {
        server.getActiveSessions().forEach(session -> session.close(true));
    }

    /** Ends all connections and stops listening. */
    @Override
    public void close() throws IOException {
        server.close(true).await(Duration.ofSeconds(5));
    }
}
