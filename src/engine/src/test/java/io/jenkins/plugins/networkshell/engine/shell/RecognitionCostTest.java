package io.jenkins.plugins.networkshell.engine.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What it costs not to name the platform: each line that is typed, an empty one too, is a round trip. */
class RecognitionCostTest {
    private static final int MOST_ROUND_TRIPS = 2;
    private static final PlatformCatalog CATALOG = PlatformCatalog.builtIn();
    private static final Limits LIMITS = Limits.DEFAULT.withSilence(Duration.ofSeconds(5));

    private final DeviceSimulator simulator = DeviceSimulator.start();

    @AfterEach
    void stop() throws IOException {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cisco_ios",
                "huawei_vrp",
                "juniper_junos",
                "cisco_nxos",
                "arista_eos",
                "hp_comware",
                "cisco_asa",
                "cisco_xr",
                "fortinet",
                "mikrotik_routeros",
                "paloalto_panos",
                "cisco_ftd",
                "linux"
            })
    void autoTakesNoMoreThanTwoRoundTripsBeyondTheNamedPlatform(String platform) throws Exception {
        ShellOptions auto = ShellOptions.auto(CATALOG).withLimits(LIMITS);
        int named =
                linesTyped(platform, auto.withPlatform(CATALOG.find(platform).orElseThrow()));

        assertThat(linesTyped(platform, auto)).isLessThanOrEqualTo(named + MOST_ROUND_TRIPS);
    }

    private int linesTyped(String scene, ShellOptions options) throws Exception {
        SimulatedDevice device = simulator.add(Scene.shipped(scene));
        Target target = Target.builder(device.host(), device.user())
                .port(device.port())
                .credentials(new Credential.Password(Secret.of(device.password())))
                .hostKeys(HostKeyChecking.acceptAny())
                .limits(LIMITS)
                .build();
        try (DeviceShell shell = DeviceShell.open(
                SshConnection.shell(target, Pty.DEFAULT, ConnectionListener.NONE, new Cancellation()), options)) {
            assertThat(shell.platform().name()).isEqualTo(scene);
            return device.sent().lines().size();
        }
    }
}
