package io.jenkins.plugins.networkshell.engine.backup.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.backup.Capture;
import io.jenkins.plugins.networkshell.engine.backup.CapturedConfiguration;
import io.jenkins.plugins.networkshell.engine.backup.ConfigurationForm;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.scene.CommandRule;
import io.jenkins.plugins.networkshell.simulator.scene.Reply;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The form that a device can load, where the device prints it in another mode and only when told. */
class RestorableFormTest {
    private final DeviceSimulator simulator = DeviceSimulator.start();
    private final List<String> notices = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        simulator.close();
    }

    private Capture capture(Scene scene) throws Exception {
        return Capturing.of(simulator.add(scene), "paloalto_panos", notices::add);
    }

    private static List<CapturedConfiguration> restorable(Capture capture) {
        return capture.configurations().stream()
                .filter(one -> one.form() == ConfigurationForm.RESTORABLE)
                .toList();
    }

    @Test
    void isReadLastBecauseItLeavesTheModeOfTheOthers() throws Exception {
        Capture capture = capture(Scene.shipped("paloalto_panos"));

        assertThat(restorable(capture)).hasSize(1);
        assertThat(restorable(capture).get(0).text())
                .startsWith("set mgt-config ")
                .contains("\nset deviceconfig ");
        assertThat(capture.primary().text()).contains("config {");
        assertThat(capture.evidence().facts().model()).isEqualTo("PA-850");
    }

    @Test
    void isLeftOutWhereTheDeviceRefusesToChooseIt() throws Exception {
        Scene refusing = Scene.shipped("paloalto_panos").toBuilder()
                .overriding(CommandRule.exact("set cli config-output-format set", Reply.text("Invalid syntax.\n")))
                .build();

        Capture capture = capture(refusing);

        assertThat(restorable(capture)).isEmpty();
        assertThat(notices).anyMatch(notice -> notice.contains("The set configuration is left out"));
    }
}
