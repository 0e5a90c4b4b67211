package io.jenkins.plugins.networkshell.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.error.ConnectionLostException;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.record.Recorder;
import io.jenkins.plugins.networkshell.engine.shell.Command;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import io.jenkins.plugins.networkshell.engine.shell.ShellOptions;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.ssh.event.SshLog;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceSessionTest {
    private static final Limits LIMITS = Limits.DEFAULT.withSilence(Duration.ofSeconds(5));

    private final DeviceSimulator simulator = DeviceSimulator.start();
    private final ShellOptions vrp = ShellOptions.auto(PlatformCatalog.builtIn())
            .withPlatform(PlatformCatalog.builtIn().find("huawei_vrp").orElseThrow())
            .withLimits(LIMITS);
    private final List<String> heard = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void stop() throws IOException {
        simulator.close();
    }

    private static Target target(SimulatedDevice device) {
        return Target.builder(device.host(), device.user())
                .port(device.port())
                .credentials(new Credential.Password(Secret.of(device.password())))
                .hostKeys(HostKeyChecking.acceptAny())
                .limits(LIMITS)
                .build();
    }

    private SessionOutcome run(SimulatedDevice device, SessionScript script) throws IOException {
        return run(device, SessionSettings.of(target(device), vrp), script);
    }

    private SessionOutcome run(SimulatedDevice device, SessionSettings settings, SessionScript script)
            throws IOException {
        return DeviceSession.run(
                SessionConnection.Source.to(target(device), ConnectionListener.NONE, new Cancellation(), SshLog.NONE),
                settings.withListener(new Hearing())
                        .withCaptures(CaptureFiles.of(new ConfigurationArchive(folder), "sw")),
                script);
    }

    private static SessionScript commands(String... lines) {
        return SessionScript.of(List.of(lines).stream().map(Command::of).toList());
    }

    @Test
    void aListenerHearsTheSessionInItsOrder() throws IOException {
        SimulatedDevice device = simulator.add(Scene.shipped("huawei_vrp"));

        SessionOutcome outcome = run(device, commands("display clock", "display saved-configuration"));

        assertThat(outcome.error()).isNull();
        assertThat(outcome.platform().name()).isEqualTo("huawei_vrp");
        assertThat(outcome.configurations())
                .containsExactly(new KeptConfiguration(
                        1, "startup", folder.resolve("sw.cfg").toAbsolutePath()));
        assertThat(outcome.connection().hostKey().fingerprint()).startsWith("SHA256:");
        assertThat(outcome.connection().algorithms().cipher()).isNotEmpty();
        assertThat(heard)
                .startsWith("connected", "opened huawei_vrp", "0 starts " + outcome.prompt() + " display clock")
                .endsWith(
                        "0 ends",
                        "1 starts " + outcome.prompt() + " display saved-configuration",
                        "1 ends",
                        "kept startup");
    }

    @Test
    void aScriptMayDecideByWhatItReads() throws IOException {
        SimulatedDevice device = simulator.add(Scene.shipped("huawei_vrp"));
        StringBuilder text = new StringBuilder();

        SessionOutcome outcome = run(device, session -> {
            Command read = Command.of(session.platform().configurations().get(0).command())
                    .into((piece, ended) -> text.append(piece).append(ended ? "\n" : ""));
            session.read(read);
            int once = text.length();
            session.read(read);
            assertThat(text).hasSize(2 * once);
        });

        assertThat(outcome.error()).isNull();
        assertThat(text.toString()).endsWith("return\n");
        assertThat(outcome.printedConfiguration()).isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aConfigurationThatIsNotCompleteIsToldIfNothingIsKept() throws IOException {
        SimulatedDevice device = simulator.add(Scene.shipped("huawei_vrp").toBuilder()
                .command("display current-configuration all", "#\nsysname HUAWEI\n")
                .build());
        List<String> notices = new ArrayList<>();

        SessionOutcome outcome = DeviceSession.run(
                SessionConnection.Source.to(target(device), ConnectionListener.NONE, new Cancellation(), SshLog.NONE),
                SessionSettings.of(target(device), vrp).withListener(new SessionListener() {
                    @Override
                    public void notice(String sentence) {
                        notices.add(sentence);
                    }
                }),
                commands("display current-configuration all"));

        assertThat(outcome.error()).isNull();
        assertThat(notices).singleElement().asString().contains("is not complete");
        assertThat(outcome.printedConfiguration()).isTrue();
    }

    @Test
    void aBreakLeavesTheEndOfTheTranscriptWithoutSecrets() throws IOException {
        SimulatedDevice device = simulator
                .add(Scene.shipped("huawei_vrp").toBuilder()
                        .command(
                                "display leak",
                                "line 1\npassword is admin-secret-1\n local-user a password cipher %^%#abc%^%#\nline 4\n")
                        .build())
                .withFault(FaultPlan.of(Fault.DROP_CONNECTION)
                        .onCommand("display version")
                        .afterBytes(60));
        ShellOptions options = vrp.withSecrets(Map.of("other", Secret.of("admin-secret-1")));

        SessionOutcome outcome = run(
                device,
                SessionSettings.of(target(device), options),
                commands("display leak", "display version", "display clock"));

        assertThat(outcome.error()).isInstanceOf(ConnectionLostException.class);
        assertThat(outcome.ended()).isEqualTo(1);
        assertThat(outcome.isFailed(0)).isFalse();
        assertThat(outcome.isFailed(1)).isTrue();
        assertThat(outcome.failure(1)).isEqualTo(outcome.error().getMessage());
        assertThat(outcome.lastLines())
                .contains("line 1", "password is ****", "line 4")
                .noneMatch(line -> line.contains("admin-secret-1") || line.contains("abc%"))
                .anyMatch(line -> line.endsWith("display version"))
                .noneMatch(line -> line.endsWith("display clock"));
    }

    @Test
    void aDeviceThatIsNotThereIsAnErrorWithoutAConnection() throws IOException {
        SimulatedDevice device = simulator.add(Scene.shipped("huawei_vrp"));
        Target gone = target(device);
        device.close();

        SessionOutcome outcome = DeviceSession.run(
                SessionConnection.Source.to(gone, ConnectionListener.NONE, new Cancellation(), SshLog.NONE),
                SessionSettings.of(gone, vrp),
                commands("display clock"));

        assertThat(outcome.error().kind()).isEqualTo(ErrorKind.CONNECTION_REFUSED);
        assertThat(outcome.connection()).isNull();
        assertThat(outcome.results()).isEmpty();
        assertThat(outcome.lastLines()).isEmpty();
    }

    @Test
    void theHeaderOfARecordingHasTheWidthOfTheTerminalThatIsAskedFor() throws IOException {
        SimulatedDevice device = simulator.add(Scene.shipped("huawei_vrp"));
        Platform narrow = PlatformCatalog.builtIn()
                .withText("narrow.yaml", "name: narrow\nextends: huawei_vrp\nterminal: {width: 97}\n")
                .find("narrow")
                .orElseThrow();
        StringWriter recording = new StringWriter();
        SessionSettings settings = SessionSettings.of(target(device), vrp.withPlatform(narrow));

        try (Recorder recorder = SessionRecording.start(recording, target(device), settings.shell())) {
            run(device, settings.withRecorder(recorder), commands("display clock"));
        }

        assertThat(recording.toString()).contains("\"width\": 97,").contains("display clock");
    }

    private final class Hearing implements SessionListener {
        @Override
        public void connected(ConnectionFacts connection) {
            heard.add("connected");
        }

        @Override
        public void opened(Platform platform, String prompt) {
            heard.add("opened " + platform.name());
        }

        @Override
        public void commandStarted(int index, String prompt, Command command) {
            heard.add(index + " starts " + prompt + " " + command.text());
        }

        @Override
        public void commandEnded(int index, CommandResult result) {
            heard.add(index + " ends");
        }

        @Override
        public void kept(KeptConfiguration configuration) {
            heard.add("kept " + configuration.name());
        }
    }

    @Test
    void theLastLinesHideAKeyWhoseBeginningIsLongGone() throws IOException {
        StringBuilder key = new StringBuilder("      -----BEGIN RSA PRIVATE KEY-----\n");
        for (int i = 0; i < 60; i++) {
            key.append("      key-line-").append(i).append('\n');
        }
        SimulatedDevice device = simulator.add(Scene.parse("""
                name: fw
                hostname: FGT-1
                modes: {exec: "${host} # "}
                commands:
                  - on: show
                    output: |
                """ + key + """
                  - {on: reboot, close: true}
                  - {on: exit, close: true}
                """, "fw.yaml"));
        ShellOptions fortinet = ShellOptions.auto(PlatformCatalog.builtIn())
                .withPlatform(PlatformCatalog.builtIn().find("fortinet").orElseThrow())
                .withLimits(LIMITS);
        SessionOutcome outcome =
                run(device, SessionSettings.of(target(device), fortinet), commands("show", "reboot", "show"));

        assertThat(outcome.error()).isNotNull();
        assertThat(outcome.lastLines())
                .hasSizeGreaterThan(10)
                .contains("****")
                .noneMatch(line -> line.contains("key-line"));
    }
}
