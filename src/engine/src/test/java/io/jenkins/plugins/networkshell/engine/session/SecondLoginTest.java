package io.jenkins.plugins.networkshell.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
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
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices that ask for name and password once more, in the shell: before anything but the banner tells what they are. */
class SecondLoginTest {
    private static final Limits LIMITS = Limits.DEFAULT.withSilence(Duration.ofSeconds(5));
    private static final String TWICE = """
            name: twice
            hostname: admin@2CB8ED000000
            login:
              users: [{name: admin, password: S0nic123}]
              motd: |
                Copyright (c) 2023 SonicWall, Inc.
              questions:
                - {prompt: "Password:", hidden: true, answers: [{on: S0nic123}]}
            modes: {exec: "${host}> "}
            commands:
              - {on: no cli pager session}
              - on: import
                ask: {prompt: "Password:", hidden: true, answers: [{on: other, output: imported}]}
              - {on: exit, close: true}
            """;

    private final DeviceSimulator simulator = DeviceSimulator.start();

    @AfterEach
    void stop() throws IOException {
        simulator.close();
    }

    private static SessionOutcome run(SimulatedDevice device, ShellOptions options, String... commands)
            throws IOException {
        Target target = Target.builder(device.host(), device.user())
                .port(device.port())
                .credentials(new Credential.Password(Secret.of(device.password())))
                .hostKeys(HostKeyChecking.acceptAny())
                .limits(LIMITS)
                .build();
        return DeviceSession.run(
                SessionConnection.Source.to(target, ConnectionListener.NONE, new Cancellation(), SshLog.NONE),
                SessionSettings.of(target, options),
                SessionScript.of(List.of(commands).stream().map(Command::of).toList()));
    }

    private static ShellOptions auto() {
        return ShellOptions.auto(PlatformCatalog.builtIn()).withLimits(LIMITS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sonicwall_sonicos", "cisco_wlc"})
    void theLoginsNameAndPasswordAreTypedOnceMore(String platform) throws IOException {
        SessionOutcome outcome = run(simulator.add(Scene.shipped(platform)), auto());

        assertThat(outcome.error()).isNull();
        assertThat(outcome.platform().name()).isEqualTo(platform);
    }

    @Test
    void butNotWhereACommandAsksForAPassword() throws IOException {
        SimulatedDevice device = simulator.add(Scene.parse(TWICE, "twice"));

        SessionOutcome outcome = run(device, auto().withLimits(LIMITS.withSilence(Duration.ofSeconds(2))), "import");

        assertThat(outcome.platform().name()).isEqualTo("sonicwall_sonicos");
        assertThat(outcome.error().kind()).isEqualTo(ErrorKind.TIMEOUT);
        assertThat(device.sent().lines().stream().filter("S0nic123"::equals)).hasSize(1);
    }

    @Test
    void aSecretOfTheShellGoesBeforeThatOfTheLogin() throws IOException {
        SimulatedDevice device =
                simulator.add(Scene.parse(TWICE.replace("[{on: S0nic123}]", "[{on: inside}]"), "twice"));

        assertThat(run(device, auto().withSecrets(Map.of("password", Secret.of("inside"))))
                        .error())
                .isNull();
    }
}
