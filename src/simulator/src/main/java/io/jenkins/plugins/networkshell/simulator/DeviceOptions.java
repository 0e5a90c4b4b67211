package io.jenkins.plugins.networkshell.simulator;

import java.util.Objects;

/**
 * The address and name of a device. Immutable.
 *
 * @param name in the inventory and in messages; null: the scene's name and a number
 * @param hostName in the device's prompt; null: the scene's
 * @param address a loopback address, default {@code 127.0.0.1}; Linux accepts all of 127.0.0.0/8
 * @param port default 0: a free one, chosen by binding
 */
public record DeviceOptions(String name, String hostName, String address, int port) {
    public DeviceOptions {
        Objects.requireNonNull(address, "address");
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("a port is a number from 0 to 65535, not " + port);
        }
    }

    public static DeviceOptions defaults() {
        return new DeviceOptions(null, null, "127.0.0.1", 0);
    }

    public DeviceOptions withName(String value) {
        return new DeviceOptions(value, hostName, address, port);
    }

    public DeviceOptions withHostName(String value) {
        return new DeviceOptions(name, value, address, port);
    }

    public DeviceOptions withAddress(String value) {
        return new DeviceOptions(name, hostName, value, port);
    }

    public DeviceOptions withPort(int value) {
        return new DeviceOptions(name, hostName, address, value);
    }
}
