package io.jenkins.plugins.networkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.cli.Cli.Outcome;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device that breaks on keepalives, as some OLTs do, and a command that takes longer than their interval. */
class KeepAliveTest {
    private static final String SCENE = """
            name: olt
            ssh: {hostKeys: [ecdsa]}
            login: {users: [{name: netops, password: s3cret-pw}]}
            modes: {user: "<olt>"}
            commands:
              - {on: screen-length 0 temporary}
              - {on: display clock, delay: 1500ms, output: "12:00:00"}
              - {on: quit, close: true}
            """;

    @TempDir
    private Path folder;

    private Outcome run(String platform, String keepAlive) throws IOException {
        Path config = Files.writeString(folder.resolve("config"), "Host *\nServerAliveInterval 1\n");
        Path mine =
                Files.writeString(folder.resolve("olt.yaml"), "name: olt\nextends: huawei_vrp\nkeep_alive: false\n");
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            SimulatedDevice device =
                    simulator.add(Scene.parse(SCENE, "olt.yaml")).withFault(FaultPlan.of(Fault.DROP_ON_KEEPALIVE));
            return new Cli()
                    .with("PW", device.password())
                    .run(
                            "run",
                            "--ssh-config=" + config,
                            "--host=" + device.user() + "@127.0.0.1:" + device.port(),
                            "--host-keys=accept-any",
                            "--password-env=PW",
                            "--platforms=" + mine,
                            "--platform=" + platform,
                            keepAlive,
                            "display clock");
        }
    }

    @Test
    void breaks() throws IOException {
        assertThat(run("huawei_vrp", "--quiet").code()).isEqualTo(7);
        assertThat(run("huawei_vrp", "--keepalive=1s").code()).isEqualTo(7);
    }

    @Test
    void theUserTurnsThemOff() throws IOException {
        Outcome outcome = run("huawei_vrp", "--keepalive=off");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).isEqualTo("12:00:00\n");
    }

    @Test
    void thePlatformTurnsThemOff() throws IOException {
        Outcome outcome = run("olt", "--keepalive=1s");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).isEqualTo("12:00:00\n");
    }
}
