package io.jenkins.plugins.networkshell.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.scene.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recordings in the format of Oxidized's device simulations. */
class TranscriptTest {
    private DeviceSimulator simulator;

    @BeforeEach
    void start() {
        simulator = DeviceSimulator.start();
    }

    @AfterEach
    void stop() throws Exception {
        simulator.close();
    }

    @Test
    void playsBackAnyOrder() throws Exception {
        SimulatedDevice device = simulator.add(Scene.parse("""
                ---
                init_prompt: |-
                  Welcome\\r
                  \\e[4m\\rLAB#\\e[m\\x20
                commands:
                  "show version\\n": |-
                    show version\\r
                    \\x20 Version \\"7.1\\" caf\\xC3\\xA9 \\u00e9\\r
                    \\e[4m\\rLAB#\\e[m\\x20
                  show mode: |-
                    show mode\\r
                    single\\r
                    \\e[4m\\rLAB#\\e[m\\x20
                  exit: ""
                """, "lab.yaml"));
        String prompt = "\u001b[4m\rLAB#\u001b[m ";
        try (MinaClient c = new MinaClient(device)) {
            assertThat(c.until(prompt)).isEqualTo("Welcome\r\n" + prompt);
            c.type("show mode\r");
            assertThat(c.until(prompt)).isEqualTo("show mode\r\nsingle\r\n" + prompt);
            c.type("show version\n");
            assertThat(c.until(prompt)).isEqualTo("show version\r\n  Version \"7.1\" café é\r\n" + prompt);
            c.type("show nothing\n");
            assertThat(c.until(prompt)).isEqualTo("show nothing\r\n" + prompt);
            c.type("exit\n");
            assertThat(c.untilClosed()).isEmpty();
        }
        assertThat(device.sent().commands()).containsExactly("show mode", "show version", "show nothing", "exit");
    }

    @Test
    void playsBackAListWithKeysAtAPager() throws Exception {
        SimulatedDevice device = simulator.add(Scene.parse("""
                init_prompt: "R>"
                commands:
                  - "show\\n": |-
                      show
                      1
                      --More--
                  - " ": |-
                      \\r        \\r2
                      --More--
                  - " ": |-
                      \\r        \\r3
                      R>
                  - "show\\n": |-
                      show
                      again
                      R>
                """, "paged.yaml"));
        try (MinaClient c = new MinaClient(device)) {
            c.until("R>");
            c.type("show\n");
            assertThat(c.until("--More--")).isEqualTo("show\n1\n--More--");
            c.type(" ");
            assertThat(c.until("--More--")).isEqualTo("\r        \r2\n--More--");
            c.type(" ");
            assertThat(c.until("R>")).isEqualTo("\r        \r3\nR>");
            c.type("show\n");
            assertThat(c.until("R>")).isEqualTo("show\nagain\nR>");
        }
    }

    @Test
    void recordingWithoutAPromptIsForTheExecChannel() throws Exception {
        Scene scene = Scene.parse("init_prompt:\ncommands:\n  \"/export\\n\": |-\n    # config\n", "exec.yaml");
        assertThat(((Script.Transcript) scene.script()).ordered()).isFalse();
        SimulatedDevice device = simulator.add(scene);
        assertThat(OpenSsh.installed().run(device, "", "--", "/export").out()).isEqualTo("# config");
    }

    @Test
    void mayAddLoginAndFaults() {
        Scene scene = Scene.parse(
                "init_prompt: x\ncommands: {a: b}\nlogin: {users: [{name: u, password: p}]}\nfaults: [stall]\n",
                "x.yaml");
        assertThat(scene.login().users().get(0).name()).isEqualTo("u");
        assertThat(scene.faults()).hasSize(1);
    }
}
