package io.jenkins.plugins.networkshell.engine.backup.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    @Test
    void namesNoMacThatIsNotUsed() throws Exception {
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            Map<String, String> algorithms = Capturing.of(simulator.add(Scene.shipped("vyos")), "vyos", notice -> {})
                    .evidence()
                    .algorithms();

            assertThat(algorithms.get("cipher")).containsAnyOf("gcm", "poly1305");
            assertThat(algorithms).containsOnlyKeys("kex", "hostKey", "cipher", "compression");
        }
    }
}
