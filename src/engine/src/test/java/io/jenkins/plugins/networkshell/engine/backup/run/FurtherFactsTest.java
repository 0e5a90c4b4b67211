package io.jenkins.plugins.networkshell.engine.backup.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.backup.Capture;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.record.Sent;
import io.jenkins.plugins.networkshell.simulator.scene.CommandRule;
import io.jenkins.plugins.networkshell.simulator.scene.Reply;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.scene.SceneBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Facts that the device tells after a second command. */
class FurtherFactsTest {
    private static final String REFUSED = "Error: Unrecognized command found at '^' position.\n";

    private final DeviceSimulator simulator = DeviceSimulator.start();
    private final List<String> notices = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        simulator.close();
    }

    private Capture capture(SimulatedDevice device, String platform) throws Exception {
        return Capturing.of(device, platform, notices::add);
    }

    private SimulatedDevice refusing(String platform, String... commands) {
        SceneBuilder scene = Scene.shipped(platform).toBuilder();
        for (String command : commands) {
            scene.overriding(CommandRule.exact(command, Reply.text(REFUSED)));
        }
        return simulator.add(scene.build());
    }

    @Test
    void costNoRoundTripWhereTheDeviceTakesCommandsAhead() throws Exception {
        SimulatedDevice device = simulator.add(Scene.shipped("huawei_vrp"));

        Capture capture = capture(device, "huawei_vrp");

        assertThat(capture.evidence().facts().serial()).isEqualTo("2102350000000000001");
        assertThat(capture.evidence().facts().model()).isEqualTo("S5720-28X-SI-AC");
        assertThat(device.sent().events(Sent.Bytes.class))
                .extracting(sent -> new String(sent.bytes(), StandardCharsets.UTF_8))
                .anyMatch(typed -> typed.startsWith("display version\ndisplay esn\ndisplay device manufacture-info\n"));
        assertThat(notices).isEmpty();
    }

    @Test
    void aRefusedCommandHarmsNothing() throws Exception {
        Capture one = capture(refusing("huawei_vrp", "display esn"), "huawei_vrp");
        assertThat(one.evidence().facts().serial()).isEqualTo("2102350000000000001");

        Capture none = capture(refusing("huawei_vrp", "display esn", "display device manufacture-info"), "huawei_vrp");
        assertThat(none.evidence().facts().serial()).isNull();
        assertThat(none.evidence().facts().version()).isEqualTo("V200R009C00SPC500");
        assertThat(none.primary().text()).endsWith("return\n");

        Capture nothing = capture(refusing("huawei_vrp", "display version", "display esn"), "huawei_vrp");
        assertThat(nothing.evidence().facts().version()).isNull();
        assertThat(nothing.evidence().facts().serial()).isEqualTo("2102350000000000001");
    }

    /** The command that costs a round trip is not typed if another one has told. */
    @Test
    void areAskedForOnlyWhereTheyAreMissing() throws Exception {
        SimulatedDevice modules = simulator.add(Scene.shipped("cisco_xr"));
        Capture capture = capture(modules, "cisco_xr");
        assertThat(capture.evidence().facts().serial()).isEqualTo("FOC0000A0AA");
        assertThat(modules.sent().commands()).contains("admin show inventory");

        SimulatedDevice rack = simulator.add(Scene.shipped("cisco_xr").toBuilder()
                .overriding(CommandRule.exact(
                        "show inventory",
                        Reply.text("NAME: \"Rack 0\", DESCR: \"x\"\nPID: 8202, VID: V03, SN: FLM1\n")))
                .build());
        capture = capture(rack, "cisco_xr");
        assertThat(capture.evidence().facts().serial()).isEqualTo("FLM1");
        assertThat(rack.sent().commands()).doesNotContain("admin show inventory");
    }

    /** Where facts and what is unsaved are told by the same command, it is typed once. */
    @Test
    void eachCommandIsTypedOnce() throws Exception {
        SimulatedDevice device = simulator.add(Scene.shipped("nokia_sros"));
        Capture capture = capture(device, "nokia_sros");
        assertThat(capture.evidence().facts().serial()).isEqualTo("NS0000A0001");
        assertThat(device.sent().commands())
                .filteredOn("show system information"::equals)
                .hasSize(1);
    }
}
