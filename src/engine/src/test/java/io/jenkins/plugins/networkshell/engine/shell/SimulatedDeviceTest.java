package io.jenkins.plugins.networkshell.engine.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.error.ConnectionLostException;
import io.jenkins.plugins.networkshell.engine.error.PromptNotRecognisedException;
import io.jenkins.plugins.networkshell.engine.error.ShellTimeoutException;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.record.Sent;
import io.jenkins.plugins.networkshell.simulator.scene.Question;
import io.jenkins.plugins.networkshell.simulator.scene.Reply;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.traffic.Chunking;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way, over SSH, against simulated devices with the habits and defects of real ones. */
class SimulatedDeviceTest {
    private static final PlatformCatalog CATALOG = PlatformCatalog.builtIn();
    private static final Limits LIMITS = Limits.DEFAULT.withSilence(Duration.ofSeconds(2));

    /** Outputs hold the time of day, and are compared with each other. */
    private final DeviceSimulator simulator = DeviceSimulator.builder()
            .clock(Clock.fixed(Instant.parse("2026-10-30T22:14:07Z"), ZoneOffset.UTC))
            .start();

    private final List<String> notices = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        simulator.close();
    }

    private ShellOptions options() {
        return ShellOptions.auto(CATALOG).withLimits(LIMITS).withListener(new ShellListener() {
            @Override
            public void notice(String sentence) {
                notices.add(sentence);
            }
        });
    }

    private DeviceShell open(SimulatedDevice device, ShellOptions options) throws NetworkShellException {
        return open(device, options, device.user(), device.password());
    }

    private DeviceShell open(SimulatedDevice device, ShellOptions options, String user, String password)
            throws NetworkShellException {
        Target target = Target.builder(device.host(), user)
                .port(device.port())
                .credentials(new Credential.Password(Secret.of(password)))
                .hostKeys(HostKeyChecking.acceptAny())
                .limits(LIMITS)
                .build();
        return DeviceShell.open(
                SshConnection.shell(target, Pty.DEFAULT, ConnectionListener.NONE, new Cancellation()), options);
    }

    private SimulatedDevice huawei() {
        return simulator.add(Scene.shipped("huawei_vrp"));
    }

    /** What the device prints when nothing is in the way. */
    private String savedConfiguration() throws NetworkShellException {
        try (DeviceShell shell = open(huawei(), options())) {
            shell.run("display saved-configuration");
            return shell.finish().get(0).output();
        }
    }

    @Test
    void theClassicJob() throws Exception {
        SimulatedDevice device = huawei();
        try (DeviceShell shell = open(device, options())) {
            assertThat(shell.platform().name()).isEqualTo("huawei_vrp");
            shell.run("display version");
            shell.run("display saved-configuration");
            List<CommandResult> results = shell.finish();
            assertThat(results.get(0).output()).startsWith("Huawei Versatile Routing Platform Software\n");
            assertThat(results.get(1).output())
                    .contains("[V200R009C00SPC500]\n")
                    .endsWith("\nreturn\n");
        }
        // The first tells it from VRP 8 and from a SmartAX, which show the same server's version.
        assertThat(device.sent().commands())
                .containsExactly(
                        "display version",
                        "screen-length 0 temporary",
                        "display version",
                        "display saved-configuration",
                        "quit");
        assertThat(device.sent().awaitNoConnections(Duration.ofSeconds(5))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void cutAnywhereWithPausesBehindPromptLookAlikes(long seed) throws Exception {
        String whole = savedConfiguration();
        SimulatedDevice device = huawei().withChunking(Chunking.random(seed, 1, 90)
                .pausing(0.02, Duration.ofMillis(20))
                .pausingAtLines("^[\\[<].*[\\]>]$", Duration.ofMillis(400)));
        try (DeviceShell shell = open(device, options())) {
            shell.run("display saved-configuration");
            shell.run("display clock");
            assertThat(shell.finish().get(0).output()).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"huawei_vrp", "cisco_ios"})
    void pagersAreAnsweredWherePagingStaysOn(String name) throws Exception {
        boolean huawei = name.equals("huawei_vrp");
        String command = huawei ? "display saved-configuration" : "show running-config";
        String user = huawei ? "netops" : "root15";
        SimulatedDevice device = simulator.add(Scene.shipped(name));
        String whole;
        try (DeviceShell shell = open(device, options(), user, device.password())) {
            shell.run(command);
            whole = shell.finish().get(0).output();
        }
        device.reset();
        String pager = huawei ? "\\s*---- ?More ?----" : "\\s*--More--";
        PlatformCatalog catalog = CATALOG.withText(
                "stubborn.yaml",
                "name: stubborn\nextends: " + name + "\npaging: {off: [no paging please], pager: '" + pager + "'}\n");
        device.withChunking(Chunking.random(3, 1, 40));
        try (DeviceShell shell =
                open(device, options().withPlatform(catalog.find("stubborn").orElseThrow()), user, device.password())) {
            shell.run(command);
            assertThat(shell.finish().get(0).output()).isEqualTo(whole);
        }
        assertThat(device.sent().events(Sent.Key.class)).isNotEmpty();
        assertThat(notices).anyMatch(n -> n.startsWith("Paging stays on"));
    }

    @Test
    void theFirstLoginQuestionIsAnsweredNoAndReported() throws Exception {
        Scene scene = Scene.shipped("huawei_vrp").toBuilder()
                .loginQuestion(Question.of(
                        "Warning: The initial password poses security risks.\r\n"
                                + "The password needs to be changed. Change now? [Y/N]:",
                        Question.answer("[Nn]", Reply.NOTHING)))
                .build();
        SimulatedDevice device = simulator.add(scene);
        try (DeviceShell shell = open(device, options())) {
            shell.run("display clock");
            assertThat(shell.finish()).hasSize(1);
        }
        assertThat(device.sent().lines()).startsWith("N");
        assertThat(notices).anyMatch(n -> n.contains("password"));
    }

    @Test
    void savingIsConfirmed() throws Exception {
        try (DeviceShell shell = open(huawei(), options())) {
            CommandResult result = shell.run("save");
            assertThat(result.failed()).isFalse();
            assertThat(result.output()).contains("[Y/N]").containsIgnoringCase("success");
        }
    }

    @Test
    void rebootingIsNot() throws Exception {
        try (DeviceShell shell = open(huawei(), options())) {
            assertThatThrownBy(() -> shell.run("reboot"))
                    .isInstanceOf(ShellTimeoutException.class)
                    .hasMessageContaining("while 'reboot' was running")
                    .hasMessageContaining("[Y/N]");
        }
    }

    @Test
    void viewsOfTheConfigurationMode() throws Exception {
        try (DeviceShell shell = open(huawei(), options())) {
            shell.enterMode("configuration");
            shell.run("interface GigabitEthernet0/0/1");
            assertThat(shell.prompt()).isEqualTo("[HUAWEI-GigabitEthernet0/0/1]");
            shell.run("return");
            shell.run("system-view");
            shell.run("sysname core-sw1");
            assertThat(shell.prompt()).isEqualTo("[core-sw1]");
            shell.enterMode("exec");
            assertThat(shell.run("display clock").failed()).isFalse();
            assertThat(shell.prompt()).isEqualTo("<core-sw1>");
        }
    }

    @Test
    void enableOnCisco() throws Exception {
        SimulatedDevice device = simulator.add(Scene.shipped("cisco_ios"));
        ShellOptions options = options().withSecrets(Map.of("enable", Secret.of("Enable456")));
        try (DeviceShell shell = open(device, options)) {
            assertThat(shell.platform().name()).isEqualTo("cisco_ios");
            assertThat(shell.mode()).isEqualTo("privileged");
            shell.run("show running-config");
            assertThat(shell.finish().get(0).output()).contains("hostname R1\n").endsWith("\nend\n\n");
        }
    }

    @Test
    void aWrongEnableSecretIsSaidWithoutShowingIt() {
        SimulatedDevice device = simulator.add(Scene.shipped("cisco_ios"));
        ShellOptions options = options().withSecrets(Map.of("enable", Secret.of("WrongOne")));
        assertThatThrownBy(() -> open(device, options))
                .isInstanceOf(NetworkShellException.class)
                .hasMessageContaining("'enable'")
                .hasMessageNotContaining("WrongOne");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"SPLIT_SEQUENCES", "REKEY", "NO_ECHO", "TINY_WINDOW"})
    void defectsThatMustNotMatter(Fault fault) throws Exception {
        String whole = savedConfiguration();
        try (DeviceShell shell = open(huawei().withFault(fault), options())) {
            shell.run("display saved-configuration");
            shell.run("display clock");
            assertThat(shell.finish().get(0).output()).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DROP_CONNECTION", "HANG_UP", "DISCONNECT"})
    void aDeviceThatHangsUpInTheMiddle(Fault fault) throws Exception {
        SimulatedDevice device = huawei().withFault(FaultPlan.of(fault).afterBytes(1500));
        try (DeviceShell shell = open(device, options())) {
            assertThatThrownBy(() -> shell.run("display saved-configuration"))
                    .isInstanceOf(ConnectionLostException.class)
                    .hasMessageContaining("while 'display saved-configuration' was running");
            assertThat(shell.results().get(0).output())
                    .startsWith("!Software Version")
                    .doesNotContain("return\n");
        }
        assertThat(device.sent().awaitNoConnections(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void aDeviceThatStalls() throws Exception {
        SimulatedDevice device = huawei().withFault(FaultPlan.of(Fault.STALL).afterBytes(1500));
        try (DeviceShell shell = open(device, options())) {
            assertThatThrownBy(() -> shell.run("display saved-configuration"))
                    .isInstanceOf(ShellTimeoutException.class)
                    .hasMessageContaining("exceeded the silence limit of 2 s while 'display saved-configuration'");
        }
    }

    @Test
    void aDeviceThatNeverPrompts() throws Exception {
        SimulatedDevice device = huawei().withFault(Fault.NEVER_PROMPTS);
        assertThatThrownBy(() -> open(device, options())).isInstanceOf(PromptNotRecognisedException.class);
        assertThat(device.sent().awaitNoConnections(Duration.ofSeconds(5))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"SESSION_LIMIT", "CLOSE_AFTER_LOGIN"})
    void aDeviceThatHangsUpAtLogin(Fault fault) {
        assertThatThrownBy(() -> open(huawei().withFault(fault), options()))
                .isInstanceOf(ConnectionLostException.class);
    }

    @Test
    void aThousandBytesASecondIsSlowNotSilent() throws Exception {
        SimulatedDevice device = huawei().withFault(FaultPlan.of(Fault.TRICKLE).every(Duration.ofMillis(1)));
        try (DeviceShell shell = open(device, options())) {
            assertThat(shell.run("display clock").output()).isNotEmpty();
        }
    }
}
