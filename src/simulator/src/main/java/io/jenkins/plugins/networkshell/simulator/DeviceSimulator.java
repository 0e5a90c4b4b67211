package io.jenkins.plugins.networkshell.simulator;

import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.ssh.SharedIo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A process-wide set of simulated devices, each an SSH server on a loopback address.
 *
 * <pre>{@code
 * try (DeviceSimulator simulator = DeviceSimulator.start()) {
 *     SimulatedDevice device = simulator.add(Scene.shipped("huawei_vrp"));
 *     connect(device.host(), device.port(), device.user(), device.password());
 *     assertThat(device.sent().commands()).containsExactly("display version");
 * }
 * }</pre>
 *
 * <p>All devices share a few threads; a device or an open shell costs only memory, so thousands are possible.
 * Thread-safe. Closing it ends every connection and frees the ports.
 */
public final class DeviceSimulator implements AutoCloseable {
    private final SharedIo io = new SharedIo();
    private final Clock clock;
    private final long seed;
    private final List<SimulatedDevice> devices = new ArrayList<>();

    private DeviceSimulator(Builder builder) {
        this.clock = builder.clock;
        this.seed = builder.seed;
    }

    /** A simulator without devices, with the defaults of {@link Builder}. */
    public static DeviceSimulator start() {
        return builder().start();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Adds a device on a free port of 127.0.0.1; it listens when this returns. */
    public SimulatedDevice add(Scene scene) {
        return add(scene, DeviceOptions.defaults());
    }

    /**
     * Adds a device; it listens when this returns.
     *
     * @throws UncheckedIOException if the address or port can't be used
     * @throws IllegalArgumentException if the scene has unknown algorithms
     */
    public SimulatedDevice add(Scene scene, DeviceOptions options) {
        synchronized (devices) {
            String name = options.name() == null ? scene.name() + "-" + (devices.size() + 1) : options.name();
            try {
                SimulatedDevice device = new SimulatedDevice(io, scene, options, name, clock, seed + devices.size());
                devices.add(device);
                return device;
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "device " + name + " can't listen on " + options.address() + ":" + options.port() + ": "
                                + e.getMessage(),
                        e);
            }
        }
    }

    /**
     * Adds many devices of one scene on one port, each on its own loopback address: 127.0.0.1, 127.0.0.2, … (a system
     * with only 127.0.0.1, such as macOS, refuses the second). Host names are the scene's with a number.
     *
     * @param port 0: a port that is free on the first address, which is then used for all
     */
    public List<SimulatedDevice> addAcrossAddresses(Scene scene, int count, int port) {
        List<SimulatedDevice> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i + 1;
            DeviceOptions options = new DeviceOptions(
                    scene.name() + "-" + number,
                    scene.hostName() + "-" + number,
                    loopback(number),
                    i == 0 ? port : added.get(0).port());
            added.add(add(scene, options));
        }
        return added;
    }

    /** The n-th loopback address, from 1; skips x.x.x.0 and x.x.x.255, which some tools treat as networks. */
    static String loopback(int n) {
        int index = n - 1;
        int host = index % 254 + 1;
        int third = index / 254 % 256;
        int second = index / 254 / 256;
        return "127." + second + "." + third + "." + host;
    }

    /** The devices in the order in which they were added, including closed ones. */
    public List<SimulatedDevice> devices() {
        synchronized (devices) {
            return List.copyOf(devices);
        }
    }

    @Override
    public void close() throws IOException {
        for (SimulatedDevice device : devices()) {
            device.close();
        }
        io.close();
    }

    /** Options of a simulator. */
    public static final class Builder {
        private Clock clock = Clock.systemDefaultZone();
        private long seed;

        private Builder() {}

        /** The clock for {@code ${now:…}} and {@code ${uptime}}; default: the system's. */
        public Builder clock(Clock value) {
            clock = Objects.requireNonNull(value, "clock");
            return this;
        }

        /** The seed for {@code ${random:…}} in outputs; default 0. Chunking has its own seed. */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        public DeviceSimulator start() {
            return new DeviceSimulator(this);
        }
    }
}
