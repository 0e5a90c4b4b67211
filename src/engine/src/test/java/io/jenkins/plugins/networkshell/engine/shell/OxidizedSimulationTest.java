package io.jenkins.plugins.networkshell.engine.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.exec.ExecSession;
import io.jenkins.plugins.networkshell.engine.exec.ExecSink;
import io.jenkins.plugins.networkshell.engine.exec.RemoteCommand;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.ssh.event.SshLog;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.terminal.Terminal;
import io.jenkins.plugins.networkshell.engine.terminal.TextDecoder;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.scene.Script;
import io.jenkins.plugins.networkshell.simulator.traffic.Chunking;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Sessions with real devices that Oxidized recorded, read from a checkout: {@code -Dnetworkshell.oxidized=DIR} names its
 * {@code spec/model/data}. Each command of each recording comes back with what the device printed between its echo and
 * the next prompt, with the definition of its platform, in one piece and in many.
 */
class OxidizedSimulationTest {
    private static final PlatformCatalog CATALOG = PlatformCatalog.builtIn();
    private static final Limits LIMITS =
            Limits.DEFAULT.withSilence(Duration.ofSeconds(8)).withCommand(Duration.ofSeconds(60));

    /** Oxidized's models and our platforms; devices that nobody described are generic. */
    private static final Map<String, String> PLATFORMS = Map.ofEntries(
            Map.entry("aoscx", "aruba_aoscx"),
            Map.entry("aosw", "aruba_os"),
            Map.entry("arubainstant", "aruba_os"),
            Map.entry("asa", "cisco_asa"),
            Map.entry("cumulus", "cumulus"),
            Map.entry("eos", "arista_eos"),
            Map.entry("firelinuxos", "cisco_ftd"),
            Map.entry("fortigate", "fortinet"),
            Map.entry("fortios", "fortinet"),
            Map.entry("h3c", "hp_comware"),
            Map.entry("ios", "cisco_ios"),
            Map.entry("ironware", "ruckus_fastiron"),
            Map.entry("junos", "juniper_junos"),
            Map.entry("mlnxos", "mellanox_mlnxos"),
            Map.entry("netgear", "netgear_prosafe"),
            Map.entry("nxos", "cisco_nxos"),
            Map.entry("opnsense", "opnsense"),
            Map.entry("pfsense", "pfsense"),
            Map.entry("routeros", "mikrotik_routeros"),
            Map.entry("saos10", "ciena_saos10"),
            Map.entry("sonicos", "sonicwall_sonicos"),
            Map.entry("tnsr", "tnsr"),
            Map.entry("tplink", "tplink_jetstream"),
            Map.entry("vsololt", "vsol_olt"),
            Map.entry("vyos", "vyos"));

    /** Written down without echoes and prompts, which are put back: outputs alone make no session. */
    private static final String ONLY_OUTPUTS = "junos#srx300_22.4";

    private static final Pattern OUTPUT = Pattern.compile("(?m)^  \"(.+)\\\\n\": \\|-\\n((?:    .*\\n| *\\n)*)");

    /**
     * By model. The Onyx's pages were cut when names were taken out of them; an APC card's file is fetched by SCP, and stands
     * there as a command.
     */
    private static final Map<String, String> NOT_PLAYABLE =
            Map.of("mlnxos", "show running-config", "apcaos", "config.ini");

    /** The pager of a V-SOL, perhaps behind half a line of output, with an event behind it. */
    private static final Pattern OVERRUN_PAGER =
            Pattern.compile("(?<=\\n)(\\S.*)? --More-- *\\x00?\\n(\\d{4}/\\d\\d/\\d\\d .*\\n)\\z");

    private static final Pattern ASKS_PASSWORD = Pattern.compile("(?i)password[^\\n]*: ?$");
    private static final Pattern LOGOUT = Pattern.compile("exit|quit|logout|bye");

    private final DeviceSimulator simulator = DeviceSimulator.start();

    @AfterEach
    void stop() throws IOException {
        simulator.close();
    }

    /** @param answer what was typed at the question that the command raised; null if there was none */
    private record Step(String command, String answer, String output) {}

    @TestFactory
    Stream<DynamicTest> recordedSessions() throws IOException {
        String folder = System.getProperty("networkshell.oxidized");
        assumeTrue(folder != null, "-Dnetworkshell.oxidized names no folder");
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files
                    .filter(file -> file.toString().endsWith("simulation.yaml"))
                    .sorted()
                    .flatMap(file -> Stream.of(0L, 1L)
                            .map(seed -> dynamicTest(file.getFileName() + " seed " + seed, () -> plays(file, seed))))
                    .toList()
                    .stream();
        }
    }

    private void plays(Path file, long seed) throws IOException {
        String yaml = Files.readString(file);
        boolean onlyOutputs = file.getFileName().toString().startsWith(ONLY_OUTPUTS);
        Scene scene = Scene.parse(onlyOutputs ? asSession(yaml) : repaired(yaml), file.toString());
        Script.Transcript transcript = (Script.Transcript) scene.script();
        SimulatedDevice device = simulator.add(scene);
        if (seed > 0) {
            device.withChunking(Chunking.random(seed, 1, 200));
        }
        Map<String, String> expected = new LinkedHashMap<>();
        Map<String, String> actual = new LinkedHashMap<>();
        if (transcript.initial().length == 0) {
            exec(device, transcript, expected, actual);
        } else {
            type(device, platform(file), playable(file, steps(transcript)), expected, actual);
        }
        assertThat(expected).isNotEmpty();
        System.out.println("RECORDED " + file.getFileName() + " seed " + seed + " commands " + expected.size()
                + " exact "
                + expected.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(actual.get(entry.getKey())))
                        .count());
        assertThat(actual).containsExactlyEntriesOf(expected);
    }

    /**
     * A name that was taken out of prompts is put back, and so is the one echo that is missing, and the end of the line of
     * an event that a device waits behind.
     */
    private static String repaired(String yaml) {
        return yaml.replaceAll("(?m)^( +)(20\\d\\d/.*\\\\r)\\n *\\n  - ", "$1$2\n$1\\\\x20\n  - ")
                .replace("SSH@#HOSTNAME##", "SSH@HOSTNAME#")
                .replace("SSH@#HOSTNAME#", "SSH@HOSTNAME#")
                .replace(
                        "paging enable\\n\": |-\n      \\r",
                        "paging enable\\n\": |-\n      no cli session paging enable\\r\n      \\r");
    }

    private static String asSession(String yaml) {
        String greeted = yaml.contains("\n  oxidized>\\x20\ncommands:")
                ? yaml
                : yaml.replaceFirst("\ncommands:", "\n  oxidized>\\\\x20\ncommands:");
        return OUTPUT.matcher(greeted).replaceAll("  \"$1\\\\n\": |-\n    $1\\\\r\n$2    oxidized>\\\\x20\n");
    }

    /** Until the command that can't be played, if there is one. */
    private static List<Step> playable(Path file, List<Step> steps) {
        String last = NOT_PLAYABLE.get(file.getFileName().toString().split("#")[0]);
        return steps.stream().takeWhile(step -> !step.command().equals(last)).toList();
    }

    private static Platform platform(Path file) {
        String model = file.getFileName().toString().split("#")[0];
        return CATALOG.find(PLATFORMS.getOrDefault(model, "generic")).orElseThrow();
    }

    private void exec(
            SimulatedDevice device,
            Script.Transcript transcript,
            Map<String, String> expected,
            Map<String, String> actual)
            throws IOException {
        for (Script.Entry entry : transcript.entries()) {
            String command = entry.input().strip();
            if (LOGOUT.matcher(command).matches()) {
                continue;
            }
            expected.put(command, new String(entry.output(), StandardCharsets.UTF_8));
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            try (SshConnection connection =
                    SshConnection.open(target(device), ConnectionListener.NONE, new Cancellation(), SshLog.NONE)) {
                new ExecSession(connection)
                        .run(RemoteCommand.of(entry.input().replace("\n", "")), ExecSink.to(output, output));
            }
            actual.put(command, output.toString(StandardCharsets.UTF_8));
        }
    }

    private void type(
            SimulatedDevice device,
            Platform platform,
            List<Step> steps,
            Map<String, String> expected,
            Map<String, String> actual)
            throws IOException {
        ShellOptions options = ShellOptions.auto(CATALOG).withPlatform(platform).withLimits(LIMITS);
        try (DeviceShell shell = DeviceShell.open(
                SshConnection.shell(target(device), Pty.DEFAULT, ConnectionListener.NONE, new Cancellation()),
                options)) {
            for (Step step : steps) {
                Command command = Command.of(step.command());
                shell.run(
                        step.answer() == null
                                ? command
                                : command.withAnswers(List.of(Answer.of("(?i)password", step.answer()))));
            }
            List<CommandResult> results = shell.finish();
            for (int i = 0; i < steps.size(); i++) {
                String name = i + " " + steps.get(i).command();
                expected.put(name, steps.get(i).output());
                actual.put(name, results.get(i).output());
            }
        }
    }

    private static List<Step> steps(Script.Transcript transcript) {
        List<Step> steps = new ArrayList<>();
        List<Script.Entry> entries = transcript.entries();
        for (int i = 0; i < entries.size(); i++) {
            String input = entries.get(i).input().replaceAll("\\r?\\n$", "");
            if (LOGOUT.matcher(input).matches() || input.isEmpty() || input.length() == 1) {
                continue;
            }
            Shown shown = new Shown();
            shown.add(entries.get(i).output());
            String answer = null;
            if (ASKS_PASSWORD.matcher(shown.unfinishedLine()).find() && i + 1 < entries.size()) {
                answer = entries.get(++i).input().replaceAll("\\r?\\n$", "");
                shown.add(entries.get(i).output());
            }
            while (i + 1 < entries.size()
                    && entries.get(i + 1).input().length() == 1
                    && !entries.get(i + 1).input().equals("\n")) {
                shown.turnPage();
                shown.add(entries.get(++i).output());
            }
            steps.add(new Step(input, answer, shown.withoutEchoAndPrompt()));
        }
        return steps;
    }

    private static Target target(SimulatedDevice device) {
        return Target.builder(device.host(), device.user())
                .port(device.port())
                .credentials(new Credential.Password(Secret.of(device.password())))
                .hostKeys(HostKeyChecking.acceptAny())
                .limits(LIMITS)
                .build();
    }

    /** What a terminal shows of a recorded answer. */
    private static final class Shown {
        private final StringBuilder lines = new StringBuilder();
        private final Terminal terminal =
                new Terminal(511, (text, ended) -> lines.append(text).append(ended ? "\n" : ""));
        private final TextDecoder decoder = new TextDecoder(StandardCharsets.UTF_8);

        void add(byte[] bytes) {
            decoder.decode(bytes, bytes.length, terminal);
        }

        /** A pager's line is no output; behind half a line of text, the device takes the pager back by itself. */
        void turnPage() {
            Matcher overrun = OVERRUN_PAGER.matcher(lines);
            if (terminal.unfinishedLine().isBlank() && overrun.find()) {
                String half = overrun.group(1) == null ? "" : overrun.group(1);
                lines.replace(overrun.start(), lines.length(), overrun.group(2) + half);
                return;
            }
            if (!terminal.unfinishedLine().matches("\\S.* --More-- +")) {
                terminal.eraseUnfinishedLine();
            }
        }

        String unfinishedLine() {
            return terminal.unfinishedLine();
        }

        String withoutEchoAndPrompt() {
            return lines.substring(lines.indexOf("\n") + 1);
        }
    }
}
