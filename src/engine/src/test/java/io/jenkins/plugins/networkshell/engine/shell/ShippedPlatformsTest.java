package io.jenkins.plugins.networkshell.engine.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.platform.DeviceFacts;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.platform.SecretRedactor;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.scene.Script;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every shipped platform that has a scene of its own name: logs in there, becomes privileged, reads what a backup reads,
 * and leaves. In the scenes, what is secret says so: {@code bgpSecret}, {@code $6$…}.
 */
class ShippedPlatformsTest {
    private static final PlatformCatalog CATALOG = PlatformCatalog.builtIn();
    private static final Limits LIMITS = Limits.DEFAULT.withSilence(Duration.ofSeconds(5));
    private static DeviceSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = DeviceSimulator.start();
    }

    @AfterAll
    static void stop() throws Exception {
        simulator.close();
    }

    private static final Set<String> WITHOUT_SERIAL = Set.of("linux", "openwrt", "opengear");

    static Stream<String> platforms() {
        return Scene.shippedNames().stream().filter(name -> CATALOG.find(name).isPresent());
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void isReadLikeABackup(String name) throws Exception {
        Platform platform = CATALOG.find(name).orElseThrow();
        SimulatedDevice device = simulator.add(Scene.shipped(name));
        Map<String, CommandResult> printed = new TreeMap<>();
        CommandResult wrong;
        Map<String, CommandResult> facts = new TreeMap<>();
        try (DeviceShell shell = open(device, ShellOptions.auto(CATALOG).withPlatform(platform))) {
            if (isOneStepAway(platform, "privileged")) {
                shell.enterMode("privileged");
            }
            for (Configuration configuration : platform.configurations()) {
                if (configuration.mode() != null && !shell.mode().equals(configuration.mode())) {
                    shell.enterMode(configuration.mode());
                }
                printed.put(
                        configuration.name(),
                        shell.run(configuration.commands().get(0).full()));
            }
            if (platform.facts() != null) {
                for (String command : platform.facts().commands()) {
                    facts.put(command, shell.run(command));
                }
            }
            wrong = shell.run("bogus");
            shell.finish();
        }
        if (!printed.isEmpty()) {
            Configuration first = platform.configurations().get(0);
            String text = printed.get(first.name()).output();
            assertThat(first.error(text.lines().toList())).as("an error text").isEmpty();
            assertThat(text.lines().count()).isGreaterThan(3);
            if (first.end() != null) {
                assertThat(text.strip().lines().reduce((a, b) -> b).orElseThrow())
                        .matches(last -> first.end().matcher(last).find());
            }
            SecretRedactor.Lines redactor = SecretRedactor.of(platform).lines();
            assertThat(text.lines().map(redactor::redact))
                    .noneMatch(line -> line.matches(".*(?:Secret|s3cr3t|\\$\\d\\$).*"));
        }
        if (platform.facts() != null) {
            Map<String, List<String>> answers = new TreeMap<>();
            facts.forEach((command, result) -> {
                if (!result.failed()) {
                    answers.put(command, result.output().lines().toList());
                }
            });
            DeviceFacts known = platform.facts().read(answers);
            // Only root may read a server's serial number, and the small ones have none.
            DeviceFacts told = known.serial() == null && WITHOUT_SERIAL.contains(name)
                    ? new DeviceFacts(known.model(), "none", known.version())
                    : known;
            assertThat(platform.facts().sources())
                    .as("all that the definition describes is among " + known + " in " + answers)
                    .noneMatch(source -> source.adds(told));
        }
        assertThat(wrong.failed()).as(wrong.output()).isTrue();
        assertThat(device.sent().awaitNoConnections(Duration.ofSeconds(5)))
                .as("it hangs up when told: %s", device.sent().commands())
                .isTrue();
    }

    /** Whether 'enable' leads there from where login ends. */
    private static boolean isOneStepAway(Platform platform, String mode) {
        String first = platform.modes().get(0).name();
        return platform.mode(mode).stream()
                .flatMap(found -> found.enter().stream())
                .anyMatch(edge -> edge.from().equals(first) && edge.send().equals("enable"));
    }

    private static DeviceShell open(SimulatedDevice device, ShellOptions options) throws NetworkShellException {
        Target target = Target.builder(device.host(), device.user())
                .port(device.port())
                .credentials(new Credential.Password(Secret.of(device.password())))
                .hostKeys(HostKeyChecking.acceptAny())
                .limits(LIMITS)
                .build();
        return DeviceShell.open(
                SshConnection.shell(target, Pty.DEFAULT, ConnectionListener.NONE, new Cancellation()),
                options.withLimits(LIMITS).withSecrets(secrets(device)));
    }

    private static Map<String, Secret> secrets(SimulatedDevice device) {
        String enable = enable(device);
        Map<String, Secret> secrets = new TreeMap<>();
        secrets.put("user", Secret.of(device.user()));
        secrets.put("password", Secret.of(device.password()));
        if (enable != null) {
            secrets.put("enable", Secret.of(enable));
        }
        return secrets;
    }

    /** What the scene takes for the password of 'enable'; null where it asks for none. */
    private static String enable(SimulatedDevice device) {
        return ((Script.Commands) device.scene().script())
                .commands().stream()
                        .filter(rule ->
                                "enable".equals(rule.exact()) && rule.reply().ask() != null)
                        .map(rule ->
                                rule.reply().ask().answers().get(0).pattern().pattern())
                        .map(quoted -> quoted.replaceAll("^\\\\Q|\\\\E$", ""))
                        .findFirst()
                        .orElse(null);
    }
}
