package io.jenkins.plugins.networkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.jenkins.plugins.networkshell.cli.Cli.Outcome;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong with the device: one clear sentence, the right exit code, nothing left open. */
class ConnectionErrorsTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(FaultPlan.of(Fault.NOT_SSH), 3, "does not speak SSH"),
                arguments(FaultPlan.of(Fault.CLOSE_AFTER_CONNECT), 3, "closed the connection before it said anything"),
                arguments(FaultPlan.of(Fault.REFUSE_SHELL), 3, "a shell"),
                arguments(FaultPlan.of(Fault.REFUSE_PTY), 3, "a terminal"),
                arguments(FaultPlan.of(Fault.REJECT_LOGIN), 4, "Login to 127.0.0.1"),
                arguments(FaultPlan.of(Fault.SILENT), 6, "127.0.0.1"),
                arguments(FaultPlan.of(Fault.NEVER_PROMPTS), 6, "No prompt recognised on 127.0.0.1"),
                arguments(
                        FaultPlan.of(Fault.STALL).onCommand("display version").afterBytes(100),
                        6,
                        "exceeded the silence limit of 1 s while 'display version' was running"),
                arguments(
                        FaultPlan.of(Fault.HANG_UP).onCommand("display version").afterBytes(100),
                        7,
                        "The device ended the session (127.0.0.1) while 'display version' was running"),
                arguments(
                        FaultPlan.of(Fault.DROP_CONNECTION)
                                .onCommand("display version")
                                .afterBytes(100),
                        7,
                        "The connection was lost (127.0.0.1) while 'display version' was running"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void eachFaultHasItsSentenceAndItsExitCode(FaultPlan fault, int code, String sentence) throws Exception {
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            SimulatedDevice device = simulator.add(Scene.shipped("huawei_vrp")).withFault(fault);

            Outcome outcome =
                    new Cli().runOn(device, "--silence-timeout", "1s", "--login-timeout", "4s", "display version");

            assertThat(outcome.code()).as(outcome.err()).isEqualTo(code);
            assertOneSentence(outcome, sentence);
            assertThat(device.sent().awaitNoConnections(Duration.ofSeconds(5))).isTrue();
        }
    }

    private static void assertOneSentence(Outcome outcome, String sentence) {
        assertThat(outcome.err()).contains(sentence).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(outcome.err().lines().filter(line -> line.startsWith("Error: ")))
                .hasSize(1);
    }

    @Test
    void aQuestionNobodyAnswersEndsTheCommandAndIsShown() throws IOException {
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            Outcome outcome =
                    new Cli().runOn(simulator.add(Scene.shipped("huawei_vrp")), "--silence-timeout", "1s", "reboot");

            assertThat(outcome.code()).isEqualTo(6);
            assertOneSentence(outcome, "asked something that has no answer while 'reboot' was running");
            assertThat(outcome.err()).contains("'Continue? [Y/N]:'");
            assertThat(outcome.out()).contains("Info: The system is now comparing the configuration");
        }
    }

    @Test
    void aWrongPasswordIsNotSentTwice() throws IOException {
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            SimulatedDevice device = simulator.add(Scene.shipped("huawei_vrp"));

            Outcome outcome = new Cli()
                    .with("WRONG", "n0t-it")
                    .run(
                            "run",
                            "--host",
                            device.user() + "@127.0.0.1:" + device.port(),
                            "--password-env=WRONG",
                            "--host-keys=accept-any",
                            "--connect-attempts=3",
                            "display version");

            assertThat(outcome.code()).isEqualTo(4);
            assertOneSentence(outcome, "tried password: rejected");
            assertThat(outcome.err()).doesNotContain("n0t-it");
            assertThat(device.sent().totalConnections()).isEqualTo(1);
        }
    }

    private static Outcome checkingKeys(SimulatedDevice device, String... options) {
        List<String> args = new ArrayList<>(
                List.of("run", "--host=" + device.user() + "@127.0.0.1:" + device.port(), "--password-env=PW"));
        args.addAll(List.of(options));
        args.add("display version");
        return new Cli().with("PW", device.password()).run(args.toArray(String[]::new));
    }

    @Test
    void anUnknownHostKeyIsRefused() throws IOException {
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            SimulatedDevice device = simulator.add(Scene.shipped("huawei_vrp"));

            Outcome outcome = checkingKeys(device, "--known-hosts=" + folder.resolve("none"));

            assertThat(outcome.code()).isEqualTo(5);
            assertOneSentence(outcome, "is not known");
            assertThat(outcome.err()).contains("SHA256:");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/proc/none/known, could not be stored: /proc/none/known can't be written (",
        "/dev/null/known, The known host keys could not be read: /dev/null/known (Not a directory).",
        "/dev, The known host keys could not be read: /dev (Is a directory).",
        "/dev/full, The known host keys could not be read: /dev/full (it is not a regular file and has no end)."
    })
    void aFileOfKnownHostsThatIsNoneIsAMistakeOfOurs(String file, String sentence) throws IOException {
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            SimulatedDevice device = simulator.add(Scene.shipped("huawei_vrp"));

            Outcome outcome = checkingKeys(device, "--host-keys=accept-new", "--known-hosts=" + file);

            assertThat(outcome.code()).isEqualTo(2);
            assertOneSentence(outcome, sentence);
        }
    }

    /** What many scripts say for ssh: accept any new key and keep none. */
    @Test
    void knownHostsMayBeNone() throws IOException {
        Path config =
                Files.writeString(folder.resolve("config"), "StrictHostKeyChecking no\nUserKnownHostsFile /dev/null\n");
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            SimulatedDevice device = simulator.add(Scene.shipped("huawei_vrp"));

            assertThat(checkingKeys(device, "--host-keys=accept-new", "--known-hosts=/dev/null")
                            .code())
                    .isZero();
            assertThat(checkingKeys(device, "--ssh-config=" + config).code()).isZero();
        }
    }

    @Test
    void nobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Outcome outcome = new Cli()
                .with("PW", "x")
                .run("run", "--host=a@127.0.0.1:" + port, "--password-env=PW", "display version");

        assertThat(outcome.code()).isEqualTo(3);
        assertOneSentence(outcome, "Nothing accepts connections at 127.0.0.1:" + port);
    }

    @Test
    void theNameHasNoAddress() {
        Outcome outcome = new Cli()
                .with("PW", "x")
                .run("run", "--host=a@no-such-host.invalid", "--password-env=PW", "display version");

        assertThat(outcome.code()).isEqualTo(3);
        assertOneSentence(outcome, "no-such-host.invalid");
    }
}
