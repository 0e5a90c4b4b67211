package io.jenkins.plugins.networkshell.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** One process, many devices. */
class ManyDevicesTest {
    @Test
    void fiveHundredAcrossAddressesOnOnePort() throws Exception {
        Assumptions.assumeTrue(
                System.getProperty("os.name").startsWith("Linux"), "only Linux answers on all of 127.0.0.0/8");
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            int before = Thread.activeCount();
            List<SimulatedDevice> devices = simulator.addAcrossAddresses(Scene.shipped("huawei_vrp"), 500, 0);
            Set<Integer> ports = new HashSet<>();
            List<Socket> sockets = new ArrayList<>();
            for (SimulatedDevice device : devices) {
                ports.add(device.port());
                sockets.add(new Socket(device.host(), device.port()));
            }
            for (Socket socket : sockets) {
                byte[] greeting = socket.getInputStream().readNBytes(8);
                assertThat(new String(greeting, StandardCharsets.US_ASCII)).isEqualTo("SSH-2.0-");
            }
            assertThat(ports).hasSize(1);
            assertThat(Thread.activeCount() - before).as("more threads").isLessThan(20);
            for (Socket socket : sockets) {
                socket.close();
            }
            try (MinaClient c = new MinaClient(devices.get(299))) {
                c.until("<HUAWEI-300>");
            }
            assertThat(devices.get(299).host()).isEqualTo("127.0.1.46");
        }
    }

    @Test
    void manyPortsOnOneAddress() throws Exception {
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            Set<Integer> ports = new HashSet<>();
            Set<String> names = new HashSet<>();
            for (int i = 0; i < 100; i++) {
                SimulatedDevice device = simulator.add(Scene.shipped("cisco_ios"));
                ports.add(device.port());
                names.add(device.name());
            }
            assertThat(ports).hasSize(100);
            assertThat(names).hasSize(100);
        }
    }

    @Test
    void saysWhichAddressIsTaken() throws Exception {
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            SimulatedDevice first = simulator.add(Scene.shipped("frr"));
            assertThatThrownBy(() -> simulator.add(
                            Scene.shipped("frr"),
                            DeviceOptions.defaults().withPort(first.port()).withName("second")))
                    .hasMessageStartingWith("device second can't listen on 127.0.0.1:" + first.port());
        }
    }

    @Test
    void describesItself() throws Exception {
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            SimulatedDevice device = simulator.add(Scene.shipped("linux"));
            assertThat(device.describe())
                    .isEqualTo("linux-1                  127.0.0.1:" + device.port() + "  user ops  password linux-pw");
        }
    }
}
