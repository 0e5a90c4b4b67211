package io.jenkins.plugins.networkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupCommandTest {
    @TempDir
    private Path folder;

    @Test
    void everyShippedPlatform() throws Exception {
        try (SimulatedNetwork network = new SimulatedNetwork(folder)) {
            for (String name : Scene.shippedNames()) {
                if (io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog.builtIn()
                        .find(name)
                        .isPresent()) network.add(name.replace('_', '-'), name);
                else network.add(name.replace('_', '-'), Scene.shipped(name), "auto");
            }
            Cli.Outcome o = network.backup("--parallel", "8");
            System.out.println(o.out() + o.err());
            assertThat(o.code()).isZero();
        }
    }
}
