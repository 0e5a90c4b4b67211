package io.jenkins.plugins.networkshell.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** The list is made by the build: it must not be older than the files. */
    @Test
    void everySceneThatIsThereIsListedAndLoads() throws Exception {
        Path index = Path.of(Scene.class
                .getResource("/io/jenkins/plugins/networkshell/simulator/scenes/index")
                .toURI());
        try (Stream<Path> files = Files.list(index.getParent())) {
            assertThat(Scene.shippedNames())
                    .contains("huawei_vrp", "cisco_ios")
                    .isSorted()
                    .containsExactlyInAnyOrderElementsOf(files.map(file -> String.valueOf(file.getFileName()))
                            .filter(file -> file.endsWith(".yaml"))
                            .map(file -> file.replace(".yaml", ""))
                            .toList());
        }
        assertThat(Scene.shippedNames())
                .allSatisfy(name -> assertThat(Scene.shipped(name)).isNotNull());
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

    @ParameterizedTest
    @CsvSource({
        "huawei_vrp,          display version,            V200R009C00SPC500,    <HUAWEI>",
        "huawei_vrp_firewall, display hrp state,          'Role: active',       HRP_M<USG6000>",
        "cisco_ios,           show ip interface brief,    GigabitEthernet0/1,   R1>",
        "linux,               uname -a,                   Linux srv1,           ops@srv1:~$ ",
        "frr,                 show interface brief,       192.0.2.40/24,        frr1# "
    })
    void answersAndLeavesPromptAndRecordsNothingUnknown(String name, String command, String text, String prompt)
            throws Exception {
        String wanted = name.equals("linux") || name.equals("frr") ? prompt.strip() + " " : prompt;
        SimulatedDevice device = simulator.add(Scene.shipped(name));
        try (MinaClient client = new MinaClient(device)) {
            client.until(wanted);
            client.type(command + "\n");
            assertThat(client.until(wanted)).startsWith(command + "\r\n").contains(text);
        }
    }

    @Test
    void vrp8ShowsWhetherItsCandidateIsClean() throws Exception {
        SimulatedDevice device = simulator.add(Scene.shipped("huawei_vrpv8"));
        try (MinaClient client = new MinaClient(device)) {
            client.until("[Y/N]:");
            client.type("n\nsystem-view\n");
            client.until("[~HUAWEI]");
            client.type("sysname DC1\n");
            assertThat(client.until("[*HUAWEI]")).isEqualTo("sysname DC1\r\n[*HUAWEI]");
            client.type("quit\n");
            assertThat(client.until("[Y(yes)/N(no)/C(cancel)]:")).contains("Uncommitted configurations found");
            client.type("c\n");
            client.until("[*HUAWEI]");
            client.type("commit\n");
            client.until("[~DC1]");
            client.type("interface 10GE1/0/1\n");
            client.until("[~DC1-10GE1/0/1]");
            client.type("return\n");
            client.until("<DC1>");
        }
    }

    @Test
    void everySceneLoads() {
        assertThat(Scene.shippedNames())
                .contains("huawei_vrp", "cisco_ios")
                .allSatisfy(name -> assertThat(Scene.shipped(name).name()).isEqualTo(name));
    }
}
