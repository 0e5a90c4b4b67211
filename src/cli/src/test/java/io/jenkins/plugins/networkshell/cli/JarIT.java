package io.jenkins.plugins.networkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.networkshell.cli.terminal.ExitCode;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar as users run it: real processes, real signals. */
@Timeout(120)
class JarIT {
    private static final long BIG = 100_000_000;
    private static final int LINE = 64;

    // ECDSA alone: SSHJ by itself needs a registered BouncyCastle for that.
    private static final String SCENE = """
            name: big
            hostname: sw1
            ssh: {version: SSH-2.0-HUAWEI-1.5, hostKeys: [ecdsa]}
            login: {users: [{name: netops, password: s3cr3t-Pa55}]}
            modes: {user: "<${host}>"}
            commands:
              - {on: screen-length 0 temporary}
              - {on: display clock, output: "12:00:00"}
              - on: display big
                generate: {kind: lines, bytes: %d}
              - {on: quit, close: true}
            """;

    private final DeviceSimulator simulator = DeviceSimulator.start();
    private final SimulatedDevice device = simulator.add(Scene.parse(String.format(SCENE, BIG), "big.yaml"));

    @TempDir
    private Path folder;

    @AfterEach
    void stop() throws IOException {
        simulator.close();
    }

    private Process start(List<String> javaOptions, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(List.of("-jar", System.getProperty("cli.jar")));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(folder.resolve("stderr").toFile());
        builder.environment().put("NET_PASSWORD", device.password());
        return builder.start();
    }

    /** As some schedulers start their jobs. */
    @Test
    void standardInputThatIsClosedIsEmpty() throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" <&-", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-jar", System.getProperty("cli.jar")));
        command.addAll(List.of(Cli.argumentsFor(device, "--commands-file", "-", "display clock")));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(folder.resolve("stderr").toFile());
        builder.environment().put("NET_PASSWORD", device.password());
        Process process = builder.start();

        assertThat(read(process.getInputStream())).isEqualTo("12:00:00\n");
        assertThat(process.waitFor()).as(standardError()).isZero();
    }

    private String standardError() throws IOException {
        return Files.readString(folder.resolve("stderr"));
    }

    private static String read(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void theJarRunsACommand() throws Exception {
        Process process = start(List.of(), Cli.argumentsFor(device, "display clock"));

        assertThat(read(process.getInputStream())).isEqualTo("12:00:00\n");
        assertThat(process.waitFor()).as(standardError()).isZero();
    }

    @Test
    void aHundredMegabytesPassThroughASmallHeap() throws Exception {
        Process process = start(List.of("-Xmx64m"), Cli.argumentsFor(device, "display big"));

        long bytes = 0;
        long lines = 0;
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                bytes += line.length() + 1;
                lines++;
            }
        }

        assertThat(process.waitFor()).as(standardError()).isZero();
        assertThat(bytes).isBetween(BIG - LINE, BIG + LINE);
        assertThat(lines).isGreaterThanOrEqualTo(BIG / (LINE + 1) - 1);
    }

    /** Whether this process, and so those that it starts, was told to ignore the signal. */
    private static boolean isIgnored(int signal) throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .map(line ->
                            new BigInteger(line.substring("SigIgn:".length()).strip(), 16))
                    .anyMatch(ignored -> ignored.testBit(signal - 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void aSignalClosesTheSessionAndEndsWith130(String signal) throws Exception {
        assumeTrue(!(signal.equals("INT") && isIgnored(2)), "a build in the background of a shell hears no SIGINT");
        device.withFault(FaultPlan.of(Fault.STALL).onCommand("display big").afterBytes(1000));
        Process process = start(List.of(), Cli.argumentsFor(device, "display big"));
        assertThat(device.sent().awaitLine("display big", Duration.ofSeconds(60)))
                .isTrue();

        byte[] before = process.getInputStream().readNBytes(13 * LINE);
        long start = System.nanoTime();
        Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
        read(process.getInputStream());

        assertThat(process.waitFor()).isEqualTo(ExitCode.CANCELLED.number());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        assertThat(standardError()).contains("Error: Cancelled");
        assertThat(new String(before, StandardCharsets.UTF_8))
                .as("what came before is printed")
                .hasLineCount(13);
        assertThat(device.sent().awaitNoConnections(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void whenNobodyReadsTheOutputTheSessionEnds() throws Exception {
        Process process = start(List.of(), Cli.argumentsFor(device, "display big"));
        process.getInputStream().readNBytes(1000);
        process.getInputStream().close();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(ExitCode.CANCELLED.number());
        assertThat(device.sent().awaitNoConnections(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void theListOfProcessesShowsNoSecret() throws Exception {
        device.withFault(FaultPlan.of(Fault.STALL).onCommand("display big").afterBytes(1000));
        Process process = start(List.of(), Cli.argumentsFor(device, "display big"));
        assertThat(device.sent().awaitLine("display big", Duration.ofSeconds(60)))
                .isTrue();

        String commandLine = process.info().commandLine().orElse("")
                + String.join(" ", process.info().arguments().orElse(new String[0]));
        process.destroy();
        process.waitFor();

        assertThat(commandLine).contains("NET_PASSWORD").doesNotContain(device.password());
    }

    @Test
    void theCompletionScriptWorksInBash() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash is missing");
        Path script = folder.resolve("completion.sh");
        Process process = start(List.of(), "completion");
        Files.writeString(script, read(process.getInputStream()));
        assertThat(process.waitFor()).isZero();

        assertThat(complete(script, "run", "--host-k")).contains("--host-keys");
        assertThat(complete(script, "run", "--host-keys", "acc")).contains("accept-new", "accept-any");
        assertThat(complete(script, "run", "--platform", "hua")).contains("huawei_vrp");
        assertThat(complete(script, "pla")).contains("platforms");
    }

    /** What bash would offer after these words. */
    private static List<String> complete(Path script, String... words) throws Exception {
        String line = "network-shell " + String.join(" ", words);
        String program = "source " + script + "; COMP_WORDS=(" + line + "); COMP_CWORD=" + words.length
                + "; COMP_LINE='" + line + "'; COMP_POINT=" + line.length()
                + "; _complete_network-shell; printf '%s\\n' \"${COMPREPLY[@]}\"";
        Process bash = new ProcessBuilder("/bin/bash", "--norc", "-c", program)
                .redirectErrorStream(true)
                .start();
        List<String> offered =
                read(bash.getInputStream()).lines().map(String::strip).toList();
        bash.waitFor();
        return offered;
    }
}
