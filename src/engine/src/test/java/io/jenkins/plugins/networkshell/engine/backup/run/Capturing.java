package io.jenkins.plugins.networkshell.engine.backup.run;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.backup.Capture;
import io.jenkins.plugins.networkshell.engine.backup.CredentialReference;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceField;
import io.jenkins.plugins.networkshell.engine.backup.Origin;
import io.jenkins.plugins.networkshell.engine.backup.SecretReference;
import io.jenkins.plugins.networkshell.engine.backup.Setting;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.text.Position;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Captures one simulated device. */
final class Capturing {
    private Capturing() {}

    static Capture of(SimulatedDevice simulated, String platform, Consumer<String> notices) throws Exception {
        Origin origin = Origin.of(new Position("test", 0), "device");
        Device device = Device.of(
                        new Setting("device", origin),
                        Map.of(
                                DeviceField.HOST,
                                new Setting(simulated.host(), origin),
                                DeviceField.PORT,
                                new Setting(String.valueOf(simulated.port()), origin),
                                DeviceField.PLATFORM,
                                new Setting(platform, origin)),
                        List.of(),
                        List.of())
                .withCredentials(new CredentialReference("", new SecretReference.Stored("login"), null), List.of());
        Login login =
                new Login(simulated.user(), List.of(new Credential.Password(Secret.of(simulated.password()))), null);
        DeviceTargets targets =
                new DeviceTargets(PlatformCatalog.builtIn(), reference -> login, HostKeyChecking.acceptAny());
        CaptureListener listener = new CaptureListener() {
            @Override
            public void notice(String sentence) {
                notices.accept(sentence);
            }
        };
        return new SshCapturer(targets, "test").capture(device, listener, new Cancellation());
    }
}
