package io.jenkins.plugins.networkshell.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShippedScenesTest {
    private static DeviceSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = DeviceSimulator.start();
    }

    @AfterAll
    static void stop() throws Exception {
        simulator.close();
    }

    @Test
    void huaweiPagesUntilItIsToldNotTo() throws Exception {
        SimulatedDevice device = simulator.add(Scene.shipped("huawei_vrp"));
        try (MinaClient client = new MinaClient(device)) {
            assertThat(client.until("<HUAWEI>")).contains("The max number of VTY users is 5");
            client.type("display saved-configuration\n");
            String page = client.until("  ---- More ----");
            assertThat(page).startsWith("display saved-configuration\r\n!Software Version V200R009C00SPC500\r\n#\r\n");
            assertThat(page.split("\r\n", -1)).hasSize(1 + 24 + 1);
            client.type("q");
            assertThat(client.until("<HUAWEI>")).isEqualTo("\u001b[42D" + " ".repeat(42) + "\u001b[42D<HUAWEI>");
            client.type("screen-length 0 temporary\n");
            client.until("<HUAWEI>");
            client.type("display saved-configuration\n");
            assertThat(client.until("<HUAWEI>"))
                    .contains("[V200R009C00SPC500]\r\n port link-type trunk")
                    .endsWith("#\r\nreturn\r\n<HUAWEI>");
            client.type("system-view\nsysname SW7\nquit\n");
            assertThat(client.until("<SW7>"))
                    .isEqualTo("system-view\r\nEnter system view, return user view with Ctrl+Z.\r\n"
                            + "[HUAWEI]sysname SW7\r\n[SW7]quit\r\n<SW7>");
            client.type("dis foo\n");
            assertThat(client.until("<SW7>"))
                    .isEqualTo("dis foo\r\n         ^\r\nError: Unrecognized command found at '^' position.\r\n<SW7>");
            client.type("quit\n");
            assertThat(client.untilClosed()).isEqualTo("quit\r\n");
        }
        assertThat(device.sent().commands()).startsWith("display saved-configuration", "screen-length 0 temporary");
    }

    @Test
    void ciscoEnablesWithAHiddenPassword() throws Exception {
        SimulatedDevice device = simulator.add(Scene.shipped("cisco_ios"));
        try (MinaClient client = new MinaClient(device)) {
            client.until("R1>");
            client.type("enable\n");
            client.until("Password: ");
            client.type("Enable456\n");
            assertThat(client.until("R1#")).isEqualTo("\r\nR1#");
            client.type("terminal length 0\nshow running-config\n");
            client.until("end\r\n\r\nR1#");
            client.type("exit\n");
            client.untilClosed();
        }
        assertThat(device.sent().lines())
                .containsExactly("enable", "Enable456", "terminal length 0", "show running-config", "exit");
    }
}
