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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scene that ships is recognised as its own platform, and as no other of all that are known. */
class RecognisedScenesTest {
    private static final PlatformCatalog CATALOG = PlatformCatalog.builtIn();
    private static final Limits LIMITS = Limits.DEFAULT.withSilence(Duration.ofSeconds(5));

    private static DeviceSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = DeviceSimulator.start();
    }

    @AfterAll
    static void stop() throws IOException {
        simulator.close();
    }

    /** A scene has the name of its platform, or one that begins with it: {@code huawei_vrp_firewall}. */
    private static String platformOf(String scene) {
        return CATALOG.names().stream()
                .filter(scene::startsWith)
                .max(Comparator.comparingInt(String::length))
                .orElseThrow(() -> new AssertionError("Name the scene " + scene + " after its platform."));
    }

    /** Nothing tells some from the system below them; they are never guessed. */
    static List<String> scenes() {
        return Scene.shippedNames().stream()
                .filter(scene -> CATALOG.find(platformOf(scene))
                        .orElseThrow()
                        .recognition()
                        .takesPart())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void isRecognisedAsItself(String scene) throws Exception {
        SimulatedDevice device = simulator.add(Scene.shipped(scene));
        Target target = Target.builder(device.host(), device.user())
                .port(device.port())
                .credentials(new Credential.Password(Secret.of(device.password())))
                .hostKeys(HostKeyChecking.acceptAny())
                .limits(LIMITS)
                .build();
        // Some ask for them once more in the shell.
        Map<String, Secret> secrets =
                Map.of("user", Secret.of(device.user()), "password", Secret.of(device.password()));
        try (DeviceShell shell = DeviceShell.open(
                SshConnection.shell(target, Pty.DEFAULT, ConnectionListener.NONE, new Cancellation()),
                ShellOptions.auto(CATALOG).withLimits(LIMITS).withSecrets(secrets))) {
            assertThat(shell.platform().name())
                    .as("recognised by %s", shell.recognisedBy())
                    .isEqualTo(platformOf(scene));
            assertThat(shell.recognisedBy()).isNotEmpty();
        }
    }
}
