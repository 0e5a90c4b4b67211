package io.jenkins.plugins.networkshell.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeviceSimulatorExtensionTest {
    @Nested
    @ExtendWith(DeviceSimulatorExtension.class)
    class OnAClass {
        @Test
        void givesDevicesAsParameters(@Simulated("huawei_vrp") SimulatedDevice device, DeviceSimulator simulator) {
            assertThat(device.scene().name()).isEqualTo("huawei_vrp");
            assertThat(simulator.devices()).contains(device);
        }
    }

    @Nested
    class InAField {
        @RegisterExtension
        final DeviceSimulatorExtension devices = new DeviceSimulatorExtension();

        @Test
        void givesOneSimulatorForATest() {
            SimulatedDevice device = devices.add(Scene.shipped("cisco_ios"));
            assertThat(devices.simulator().devices()).containsExactly(device);
        }
    }
}
