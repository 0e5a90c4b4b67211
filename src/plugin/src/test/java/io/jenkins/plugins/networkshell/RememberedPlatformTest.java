package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.recognition.DeviceKey;
import io.jenkins.plugins.networkshell.recognition.RecognisedPlatforms;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;

/** A device whose platform nobody names is recognised once, and again when it is another one. */
@ExtendWith(SharedJenkins.class)
class RememberedPlatformTest {
    private static final PlatformCatalog CATALOG = PlatformCatalog.builtIn();

    @RegisterExtension
    private final Devices devices = new Devices();

    @Test
    void theSecondSessionNeedNotAsk(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.simulator().add(Scene.shipped("arista_eos"));
        Devices.addLogin(device);
        String script = "networkShell(%s, commands: 'show version')".formatted(Devices.at(device));

        r.assertLogContains("(arista_eos)", r.buildAndAssertSuccess(Devices.pipeline(r, script)));
        int first = device.sent().lines().size();
        assertThat(Files.readString(Path.of(r.jenkins.getRootDir().getPath(), "network-shell", "platforms")))
                .contains(device.host() + ":" + device.port() + "\tarista_eos\t");
        r.assertLogContains("(arista_eos)", r.buildAndAssertSuccess(Devices.pipeline(r, script)));

        assertThat(device.sent().lines().size() - first).isLessThan(first);
    }

    @Test
    void soDoesABackup(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.simulator().add(Scene.shipped("arista_eos"));
        Devices.addLogin(device);
        String script = new SimulatedInventory()
                .with("leaf1", device, "platform: auto")
                .call(", credentialsId: '" + Devices.LOGIN + "', enableCredentialsId: 'enable'");
        Devices.addLogin("enable", "any", "Enable456");

        r.buildAndAssertSuccess(Devices.pipeline(r, script));
        int first = device.sent().lines().size();
        r.buildAndAssertSuccess(Devices.pipeline(r, script));

        assertThat(device.sent().lines().size() - first).isLessThan(first);
    }

    @Test
    void aFailedSessionForgets(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.simulator().add(Scene.shipped("arista_eos"));
        Devices.addLogin(device);
        Target target =
                Target.builder(device.host(), device.user()).port(device.port()).build();
        RecognisedPlatforms.get().learn(DeviceKey.of(target), "arista_eos", "SSH-2.0-x");
        r.buildAndAssertStatus(
                Result.FAILURE,
                Devices.pipeline(r, "networkShell(%s, commands: 'no such command')".formatted(Devices.at(device))));
        assertThat(RecognisedPlatforms.get().of(DeviceKey.of(target), CATALOG)).isEmpty();
    }

    @Test
    void theWayToADeviceIsPartOfWhoItIs(JenkinsRule r) {
        Target direct = Target.builder("10.0.0.1", "u").build();
        Target behind = direct.toBuilder()
                .jumps(java.util.List.of(Target.builder("jump", "u").build()))
                .build();
        RecognisedPlatforms.get().learn(DeviceKey.of(behind), "cisco_ios", "SSH-2.0-Cisco-1.25");

        assertThat(RecognisedPlatforms.get().of(DeviceKey.of(direct), CATALOG)).isEmpty();
        assertThat(RecognisedPlatforms.get().of(DeviceKey.of(behind), CATALOG))
                .hasValueSatisfying(found -> assertThat(found.platform().name()).isEqualTo("cisco_ios"));
        assertThat(new RecognisedPlatforms().of(DeviceKey.of(behind), CATALOG)).isPresent();
    }

    @Test
    void whatSaysNothingIsNotKept(JenkinsRule r) {
        Target target = Target.builder("10.0.0.2", "u").build();
        RecognisedPlatforms.get().learn(DeviceKey.of(target), "generic", "SSH-2.0-x");
        RecognisedPlatforms.get().learn(DeviceKey.of(target), "not_a_platform\nx\tcisco_ios\tSSH", "SSH-2.0-x");
        assertThat(RecognisedPlatforms.get().of(DeviceKey.of(target), CATALOG)).isEmpty();
        assertThat(new RecognisedPlatforms().of(new DeviceKey("x"), CATALOG)).isEmpty();
    }
}
