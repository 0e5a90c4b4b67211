package io.jenkins.plugins.networkshell.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.shell.Command;
import io.jenkins.plugins.networkshell.engine.shell.ShellOptions;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.ssh.event.SshLog;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What devices want to have pressed before their first prompt, whether or not anybody named the platform. */
class LoginQuestionsTest {
    private static final Limits LIMITS = Limits.DEFAULT.withSilence(Duration.ofSeconds(5));
    private static final PlatformCatalog CATALOG = PlatformCatalog.builtIn();
    private static final String COMWARE = """
            name: legal
            hostname: HPE-LAB1
            ssh: {version: SSH-2.0-Comware-7.1.070}
            login:
              users: [{name: netops, password: ComLab123}]
              questions:
                - prompt: "Authorised people only.\\r\\nPress Y or ENTER to continue, N to exit."
                  answers: [{on: '/[Yy]?/', output: ""}]
                  otherwise: {close: true}
            terminal: {newline: crlf}
            modes: {user: "<${host}>"}
            commands:
              - {on: screen-length disable}
              - {on: display clock, output: now}
              - {on: quit, close: true}
            """;

    private final DeviceSimulator simulator = DeviceSimulator.start();

    @AfterEach
    void stop() throws IOException {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "hp_comware, display clock, true",
        "hp_comware, display clock, false",
        "fortinet, get system status, true",
        "fortinet, get system status, false",
        "hp_procurve, show version, true",
        "hp_procurve, show version, false",
        "pfsense, cat /etc/version; kenv | grep smbios.system, true",
        "pfsense, cat /etc/version; kenv | grep smbios.system, false",
        "opnsense, opnsense-version; kenv | grep smbios.system, true",
        "opnsense, opnsense-version; kenv | grep smbios.system, false"
    })
    void areAnswered(String platform, String command, boolean named) throws IOException {
        SimulatedDevice device =
                simulator.add(platform.equals("hp_comware") ? Scene.parse(COMWARE, "legal") : Scene.shipped(platform));
        Target target = Target.builder(device.host(), device.user())
                .port(device.port())
                .credentials(new Credential.Password(Secret.of(device.password())))
                .hostKeys(HostKeyChecking.acceptAny())
                .limits(LIMITS)
                .build();
        ShellOptions auto = ShellOptions.auto(CATALOG).withLimits(LIMITS);

        SessionOutcome outcome = DeviceSession.run(
                SessionConnection.Source.to(target, ConnectionListener.NONE, new Cancellation(), SshLog.NONE),
                SessionSettings.of(
                        target, named ? auto.withPlatform(CATALOG.find(platform).orElseThrow()) : auto),
                SessionScript.of(List.of(Command.of(command))));

        assertThat(outcome.error()).isNull();
        assertThat(outcome.platform().name()).isEqualTo(platform);
        assertThat(outcome.results()).singleElement().matches(result -> !result.failed());
    }
}
