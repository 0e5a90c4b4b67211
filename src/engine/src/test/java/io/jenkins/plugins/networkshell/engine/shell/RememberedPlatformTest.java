package io.jenkins.plugins.networkshell.engine.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.platform.RecognitionSign;
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
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A device that was recognised before costs no more than one whose platform is named, and no mistake either. */
class RememberedPlatformTest {
    private static final PlatformCatalog CATALOG = PlatformCatalog.builtIn();
    private static final Limits LIMITS = Limits.DEFAULT.withSilence(Duration.ofSeconds(5));

    private final DeviceSimulator simulator = DeviceSimulator.start();
    private SimulatedDevice device;

    @AfterEach
    void stop() throws IOException {
        simulator.close();
    }

    private static ShellOptions remembering(String platform, String serverVersion) {
        return ShellOptions.auto(CATALOG)
                .withLimits(LIMITS)
                .withRemembered(new RememberedPlatform(CATALOG.find(platform).orElseThrow(), serverVersion));
    }

    private DeviceShell open(ShellOptions options) throws Exception {
        Target target = Target.builder(device.host(), device.user())
                .port(device.port())
                .credentials(new Credential.Password(Secret.of(device.password())))
                .hostKeys(HostKeyChecking.acceptAny())
                .limits(LIMITS)
                .build();
        return DeviceShell.open(
                SshConnection.shell(target, Pty.DEFAULT, ConnectionListener.NONE, new Cancellation()), options);
    }

    private String serverVersion() throws Exception {
        Target target = Target.builder(device.host(), device.user())
                .port(device.port())
                .credentials(new Credential.Password(Secret.of(device.password())))
                .hostKeys(HostKeyChecking.acceptAny())
                .build();
        try (SshConnection connection = SshConnection.open(target, ConnectionListener.NONE, new Cancellation())) {
            return connection.serverVersion();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cisco_ios", "arista_eos", "hp_comware", "fortinet", "linux"})
    void typesWhatItTypesForANamedPlatform(String platform) throws Exception {
        device = simulator.add(Scene.shipped(platform));
        ShellOptions named = ShellOptions.auto(CATALOG)
                .withLimits(LIMITS)
                .withPlatform(CATALOG.find(platform).orElseThrow());
        try (DeviceShell shell = open(named)) {
            assertThat(shell.recognisedBy()).isEmpty();
        }
        List<String> typed = device.sent().lines();
        int before = typed.size();

        try (DeviceShell shell = open(remembering(platform, serverVersion()))) {
            assertThat(shell.platform().name()).isEqualTo(platform);
            assertThat(shell.recognisedBy())
                    .extracting(RecognitionSign::kind)
                    .containsExactly(RecognitionSign.Kind.REMEMBERED);
        }

        List<String> all = device.sent().lines();
        assertThat(all.subList(before, all.size())).isEqualTo(typed);
    }

    @Test
    void recognisesAnewBehindAnotherServer() throws Exception {
        device = simulator.add(Scene.shipped("arista_eos"));
        try (DeviceShell shell = open(remembering("cisco_ios", "SSH-2.0-Cisco-1.25"))) {
            assertThat(shell.platform().name()).isEqualTo("arista_eos");
        }
    }

    @Test
    void recognisesAnewWhereThePromptIsAnothers() throws Exception {
        device = simulator.add(Scene.shipped("juniper_junos"));
        try (DeviceShell shell = open(remembering("huawei_vrp", serverVersion()))) {
            assertThat(shell.platform().name()).isEqualTo("juniper_junos");
        }
    }
}
