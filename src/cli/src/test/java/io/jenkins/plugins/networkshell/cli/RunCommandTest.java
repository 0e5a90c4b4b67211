package io.jenkins.plugins.networkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.networkshell.cli.Cli.Outcome;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    private static final String VERSION_OUTPUT = """
            Huawei Versatile Routing Platform, Widget OS 1.0
              two blanks before, [V200R009C00SPC500] and <sw1> inside

            last line
            """;

    private static final Scene SCENE = Scene.parse("""
            name: widget
            hostname: sw1
            ssh: {version: SSH-2.0-HUAWEI-1.5, hostKeys: [rsa]}
            login: {users: [{name: netops, password: s3cr3t-Pa55}]}
            terminal: {newline: crlf}
            modes: {user: "<${host}>"}
            errors: {unknown: "Error: Unrecognized command found at '^' position."}
            commands:
              - {on: screen-length 0 temporary}
              - on: display version
                output: |
                  Huawei Versatile Routing Platform, Widget OS 1.0
                    two blanks before, [V200R009C00SPC500] and <sw1> inside

                  last line
              - on: display clock
                output: "12:00:00"
              - on: delete old.zip
                ask:
                  prompt: "Delete flash:/old.zip? [Y/N]:"
                  answers:
                    - {on: y, output: "Deleted."}
              - on: 'header login information %'
                output: "Enter text, ending with %"
                ask: {prompt: "", answers: [{on: '%'}], otherwise: {ask: {prompt: "", answers: [{on: '%'}]}}}
              - on: reboot
                ask:
                  prompt: "System will reboot! Continue? [Y/N]:"
                  answers: [{on: y, output: "Rebooting.", close: true}]
              - {on: crash now, output: "Bye.", close: true}
              - on: password
                ask: {prompt: "New password:", hidden: true, answers: [{on: n3w-s3cret, output: "Changed."}]}
              - {on: '/local-user .*/', output: "Info: Succeeded."}
              - on: display big
                generate: {kind: lines, bytes: 200000}
              - {on: quit, close: true}
            """, "widget.yaml");

    private final DeviceSimulator simulator = DeviceSimulator.start();
    private final SimulatedDevice device = simulator.add(SCENE);

    @TempDir
    private Path folder;

    @AfterEach
    void nothingIsLeftOpen() throws Exception {
        assertThat(device.sent().awaitNoConnections(Duration.ofSeconds(5))).isTrue();
        simulator.close();
    }

    @Test
    void standardOutputIsTheOutputAndNothingElse() {
        Outcome outcome = new Cli().runOn(device, "display version");

        assertThat(outcome.out()).isEqualTo(VERSION_OUTPUT);
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err())
                .contains("Connecting to netops@127.0.0.1")
                .contains("Platform huawei_vrp (Huawei VRP), prompt <sw1>")
                .contains("1 command, " + VERSION_OUTPUT.length() + " characters")
                .doesNotContain("\u001b");
    }

    @Test
    void severalCommandsAreAnnouncedOnStandardErrorOnly() {
        Outcome outcome = new Cli().runOn(device, "display clock", "display version");

        assertThat(outcome.out()).isEqualTo("12:00:00\n" + VERSION_OUTPUT);
        assertThat(outcome.err()).contains("== display clock").contains("== display version");
        assertThat(device.sent().commands()).contains("display clock", "display version");
    }

    @Test
    void commandsThatOnlyShowSomethingAreSentAheadWithTheSameOutput() {
        String[] commands = {"display clock", "display version", "display bogus", "display clock"};
        Outcome ahead = new Cli().runOn(device, commands);
        List<String> sentAhead = List.copyOf(device.sent().commands());
        Outcome oneByOne = new Cli()
                .runOn(
                        device,
                        Stream.concat(Stream.of("--one-by-one"), Stream.of(commands))
                                .toArray(String[]::new));
        List<String> sent = device.sent()
                .commands()
                .subList(sentAhead.size(), device.sent().commands().size());

        assertThat(ahead.out()).isEqualTo(oneByOne.out()).contains(VERSION_OUTPUT);
        assertThat(ahead.code()).isEqualTo(oneByOne.code());
        assertThat(headings(ahead)).isEqualTo(headings(oneByOne)).hasSize(5);
        assertThat(sentAhead)
                .filteredOn("screen-length 0 temporary"::equals)
                .as("the border behind a group")
                .hasSize(2);
        assertThat(sent).filteredOn("screen-length 0 temporary"::equals).hasSize(1);
    }

    private static List<String> headings(Outcome outcome) {
        return outcome.err()
                .lines()
                .filter(line -> line.startsWith("==") || line.contains("failed on the device"))
                .toList();
    }

    @Test
    void quietSaysNothingWhereAllIsWell() {
        assertThat(new Cli()
                        .runOn(device, "--quiet", "display clock", "display version")
                        .err())
                .isEmpty();
    }

    @Test
    void aCommandThatReadsMoreLinesIsOneArgumentOrOneBlock() {
        Outcome argument = new Cli().runOn(device, "header login information %\nAuthorised only\n%", "display clock");
        assertThat(argument.code()).isZero();
        assertThat(argument.out()).isEqualTo("Enter text, ending with %\n12:00:00\n");
        assertThat(device.sent().lines()).containsSequence("header login information %", "Authorised only", "%");

        Outcome file = new Cli()
                .input("# a banner\n\"\"\"\nheader login information %\nAuthorised only\n%\n\"\"\"\ndisplay clock\n")
                .runOn(device, "--commands-file", "-");
        assertThat(file.out()).isEqualTo(argument.out());
    }

    @Test
    void theEndOfTheSessionIsASuccessWhereItIsWished() {
        assertThat(new Cli()
                        .runOn(device, "--answer", "Continue\\?=y", "reboot")
                        .code())
                .isZero();
        assertThat(new Cli().runOn(device, "crash now").code()).isEqualTo(7);
        Outcome wished = new Cli().runOn(device, "--expect-disconnect", "crash now");
        assertThat(wished.code()).isZero();
        assertThat(wished.out()).isEqualTo("Bye.\n");
    }

    @Test
    void anAnswerComesFromAVariableOrAFile() throws IOException {
        Outcome variable =
                new Cli().with("NEW", "n3w-s3cret").runOn(device, "--answer-env", "New password:=NEW", "password");
        assertThat(variable.out()).endsWith("Changed.\n");
        assertThat(variable.out() + variable.err()).doesNotContain("n3w-s3cret");

        Path file = Files.writeString(folder.resolve("new"), "n3w-s3cret\n");
        assertThat(new Cli()
                        .runOn(device, "--answer-file", "New password:=" + file, "password")
                        .out())
                .endsWith("Changed.\n");
    }

    @Test
    void secretsInCommandsAreMaskedWhereverTheyAreShown() {
        Outcome outcome = new Cli()
                .runOn(
                        device,
                        "--platform",
                        "huawei_vrp",
                        "local-user ann password simple Hunter-2pw",
                        "local-user bob password cipher Hunter-3pw");
        assertThat(outcome.err())
                .contains("== local-user ann password simple ****")
                .doesNotContain("Hunter");
        assertThat(new Cli()
                        .runOn(
                                device,
                                "--platform",
                                "huawei_vrp",
                                "--format",
                                "json",
                                "local-user ann password simple Hunter-2pw")
                        .out())
                .contains("local-user ann password simple ****")
                .doesNotContain("Hunter");
    }

    @Test
    void coloursOnTheTerminalNeverReachTheOutput() {
        Outcome outcome = new Cli().colour().runOn(device, "display clock", "display version");

        assertThat(outcome.err()).contains("\u001b[");
        assertThat(outcome.out()).isEqualTo("12:00:00\n" + VERSION_OUTPUT);
    }

    @Test
    void jsonIsOneDocumentWithThePromisedFields() throws IOException {
        Outcome outcome =
                new Cli().runOn(device, "--format", "json", "display version", "display nonsense", "display clock");

        assertThat(outcome.code()).isEqualTo(1);
        JsonNode document = new ObjectMapper().readTree(outcome.out());
        assertThat(document.fieldNames())
                .toIterable()
                .containsExactly(
                        "host", "port", "platform", "recognisedBy", "prompt", "connectMillis", "algorithms", "results");
        assertThat(document.get("host").asText()).isEqualTo("127.0.0.1");
        assertThat(document.get("port").asInt()).isEqualTo(device.port());
        assertThat(document.get("platform").asText()).isEqualTo("huawei_vrp");
        assertThat(document.get("prompt").asText()).isEqualTo("<sw1>");
        assertThat(document.get("connectMillis").isIntegralNumber()).isTrue();
        JsonNode algorithms = document.get("algorithms");
        assertThat(algorithms.fieldNames())
                .toIterable()
                .containsExactly("keyExchange", "hostKey", "cipher", "mac", "compression");
        assertThat(algorithms.get("keyExchange").asText()).contains("25519");
        assertThat(algorithms.get("cipher").asText()).isEqualTo("aes128-gcm@openssh.com");
        assertThat(algorithms.get("mac").isNull()).as("GCM needs none").isTrue();
        JsonNode results = document.get("results");
        assertThat(results).hasSize(3);
        assertThat(results.get(0).fieldNames())
                .toIterable()
                .containsExactly("command", "output", "failed", "failure", "elapsedMillis", "messages");
        assertThat(results.get(0).get("output").asText()).isEqualTo(VERSION_OUTPUT);
        assertThat(results.get(0).get("failed").asBoolean()).isFalse();
        assertThat(results.get(0).get("failure").isNull()).isTrue();
        assertThat(results.get(1).get("failed").asBoolean()).isTrue();
        assertThat(results.get(1).get("failure").asText())
                .isEqualTo("Error: Unrecognized command found at '^' position.");
        assertThat(results.get(2).get("output").asText()).isEqualTo("12:00:00\n");
    }

    @Test
    void whenTheSessionBreaksTheDocumentHoldsWhatCame() throws IOException {
        device.withFault(
                FaultPlan.of(Fault.DROP_CONNECTION).onCommand("display big").afterBytes(100_000));

        Outcome outcome =
                new Cli().runOn(device, "--format", "json", "display clock", "display big", "display version");

        assertThat(outcome.code()).isEqualTo(7);
        JsonNode results = new ObjectMapper().readTree(outcome.out()).get("results");
        assertThat(results).hasSize(2);
        assertThat(results.get(0).get("failed").asBoolean()).isFalse();
        assertThat(results.get(1).get("output").asText().length()).isBetween(90_000, 110_000);
        assertThat(results.get(1).get("failed").asBoolean()).isTrue();
        assertThat(results.get(1).get("failure").asText()).contains("lost").contains("display big");
        assertThat(outcome.err()).contains(results.get(1).get("failure").asText());
    }

    @Test
    void whenThereIsNoSessionTheDocumentIsEmptyAndStillThere() throws IOException {
        device.withFault(Fault.REJECT_LOGIN);

        Outcome outcome = new Cli().runOn(device, "--format", "json", "display clock");

        assertThat(outcome.code()).isEqualTo(4);
        JsonNode document = new ObjectMapper().readTree(outcome.out());
        assertThat(document.get("results")).isEmpty();
        assertThat(document.get("platform").isNull()).isTrue();
    }

    @Test
    void aFailedCommandIsReportedAndTheOthersRun() {
        Outcome outcome = new Cli().runOn(device, "display nonsense", "display clock");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("Warning: 'display nonsense' failed on the device: Error: Unrecognized command found");
        assertThat(outcome.out()).endsWith("12:00:00\n");
    }

    @Test
    void commandsComeFromAFileToo() throws IOException {
        Path file = Files.writeString(folder.resolve("commands.txt"), "# first\n\n  display clock\n#display version\n");

        Outcome outcome = new Cli().runOn(device, "--commands-file", file.toString(), "display version");

        assertThat(outcome.out()).isEqualTo(VERSION_OUTPUT + "12:00:00\n");
    }

    @Test
    void aByteOrderMarkIsNoPartOfACommand() {
        assertThat(new Cli()
                        .input("\ufeffdisplay clock\n")
                        .runOn(device, "--commands-file", "-")
                        .out())
                .isEqualTo("12:00:00\n");
    }

    @Test
    void outputThatCanNotBeWrittenIsAnErrorInEveryFormat() {
        for (String format : List.of("text", "json")) {
            ByteArrayOutputStream full = new ByteArrayOutputStream() {
                @Override
                public void flush() throws IOException {
                    throw new IOException("No space left on device");
                }
            };
            Cli cli = new Cli().with("NET_PASSWORD", device.password());

            Outcome outcome = cli.run(full, Cli.argumentsFor(device, "--quiet", "--format", format, "display version"));

            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.err())
                    .isEqualTo(
                            "Error: Standard output could not be written (No space left on device), so the results are not"
                                    + " complete.\n");
        }
    }

    @Test
    void commandsComeFromStandardInput() {
        assertThat(new Cli()
                        .input("display clock\r\n")
                        .runOn(device, "--commands-file", "-")
                        .out())
                .isEqualTo("12:00:00\n");
    }

    @Test
    void aQuestionGetsTheAnswerThatWasGiven() {
        Outcome outcome = new Cli().runOn(device, "--answer", "Delete .*\\? \\[Y/N\\]:=y", "delete old.zip");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).endsWith("Deleted.\n");
    }

    @Test
    void thePasswordComesFromAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), device.password() + "\n");

        Outcome outcome = new Cli()
                .run(
                        "run",
                        "--host",
                        device.user() + "@127.0.0.1:" + device.port(),
                        "--password-file",
                        file.toString(),
                        "--host-keys",
                        "accept-any",
                        "display clock");

        assertThat(outcome.out()).isEqualTo("12:00:00\n");
    }

    @Test
    void thePersonAtTheTerminalIsAskedWhereNothingWasGiven() {
        Outcome outcome = new Cli()
                .answering(device.password())
                .run(
                        "run",
                        "--host",
                        device.user() + "@127.0.0.1:" + device.port(),
                        "--host-keys=accept-any",
                        "display clock");

        assertThat(outcome.out()).isEqualTo("12:00:00\n");
    }

    @Test
    void opensshsConfigurationIsReadAndOptionsWin() throws IOException {
        Path config = Files.writeString(
                folder.resolve("config"),
                "Host sw1\n HostName 127.0.0.1\n User " + device.user() + "\n Port " + device.port()
                        + "\n UserKnownHostsFile " + folder.resolve("known") + "\n StrictHostKeyChecking accept-new\n");
        Cli cli = new Cli().with("PW", device.password());
        String[] args = {
            "run", "--ssh-config", config.toString(), "--host", "sw1", "--password-env", "PW", "display clock"
        };

        assertThat(cli.run(args).out()).isEqualTo("12:00:00\n");
        assertThat(folder.resolve("known")).content().contains("[127.0.0.1]:" + device.port());
        String[] strict = Stream.concat(
                        Stream.of(args),
                        Stream.of("--known-hosts", folder.resolve("none").toString(), "--host-keys", "strict"))
                .toArray(String[]::new);
        assertThat(cli.run(strict).code()).isEqualTo(5);
    }

    @Test
    void theHostKeyIsRememberedAndAChangedOneRefused() throws IOException {
        Path known = folder.resolve("known_hosts");
        String[] options = {"--host-keys", "accept-new", "--known-hosts", known.toString(), "display clock"};

        assertThat(new Cli().runOn(device, options).code()).isZero();
        assertThat(Files.readString(known)).contains("[127.0.0.1]:" + device.port());
        device.withFault(Fault.CHANGED_HOST_KEY);
        Outcome changed = new Cli().runOn(device, options);

        assertThat(changed.code()).isEqualTo(5);
        assertThat(changed.err()).contains("SHA256:").contains("changed");
    }

    @Test
    void cancellingEndsTheSessionWith130() throws Exception {
        device.withFault(FaultPlan.of(Fault.STALL).onCommand("display big").afterBytes(1000));
        Cli cli = new Cli();
        Thread ctrlC = new Thread(() -> {
            try {
                device.sent().awaitLine("display big", Duration.ofSeconds(20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            cli.cancellation().cancel();
        });
        ctrlC.start();

        Outcome outcome = cli.runOn(device, "display big");
        ctrlC.join();

        assertThat(outcome.code()).isEqualTo(130);
        assertThat(outcome.err()).contains("Error: Cancelled").contains("127.0.0.1");
    }

    @Test
    void noSecretIsPrintedRecordedOrLogged() throws IOException {
        Path log = folder.resolve("ssh.log");
        Path cast = folder.resolve("session.cast");
        String answer = "an-answer-that-is-secret";

        Outcome outcome = new Cli()
                .with("ENABLE", "en4ble-secret")
                .runOn(
                        device,
                        "--verbose",
                        "--enable-secret-env",
                        "ENABLE",
                        "--answer",
                        "[Pp]assword:=" + answer,
                        "--ssh-log",
                        log.toString(),
                        "--record",
                        cast.toString(),
                        "display version",
                        "display " + device.password());

        Map<String, String> places =
                Map.of("err", outcome.err(), "log", Files.readString(log), "cast", Files.readString(cast));
        for (String secret : List.of(device.password(), "en4ble-secret", answer)) {
            places.forEach((place, text) -> {
                // What the user himself typed as a command is told as he typed it.
                String told = text.replace("display " + device.password(), "");
                assertThat(place.equals("cast") ? text : told).as(place).doesNotContain(secret);
            });
        }
        assertThat(Files.readString(cast)).contains("Widget OS 1.0").contains("display ****");
        assertThat(Files.readString(log)).contains("login as netops by password: accepted");
    }

    /** A session becomes a scene, and the same commands on the scene bring the same outputs. */
    @Test
    void aRecordedSceneAnswersAsTheDeviceDid() throws Exception {
        Path file = folder.resolve("recorded.yaml");
        SimulatedDevice cisco = simulator.add(Scene.shipped("cisco_ios"));
        String[] commands = {"--enable-secret-env", "ENABLE", "show version", "show running-config", "show clock"};
        Outcome first = new Cli()
                .with("ENABLE", "Enable456")
                .runOn(
                        cisco,
                        Stream.concat(Stream.of("--record-scene", file.toString()), Stream.of(commands))
                                .toArray(String[]::new));
        assertThat(first.code()).as(first.err()).isZero();

        assertThat(Files.readString(file)).doesNotContain("Enable456").doesNotContain(cisco.password() + "\n\"");
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        SimulatedDevice again = simulator.add(Scene.load(file));
        assertThat(again.password()).isEqualTo("secret");
        Outcome second = new Cli().with("ENABLE", "secret").runOn(again, commands);
        assertThat(second.code()).as(second.err()).isZero();
        // What is secret in the configuration is masked; all else is as it was.
        List<String> before = first.out().lines().toList();
        List<String> after = second.out().lines().toList();
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            if (!after.get(i).contains("****")) {
                assertThat(after.get(i)).isEqualTo(before.get(i));
            }
        }
    }

    /** Its reader has enough after a byte, which ends it as a full disk does. */
    private Path pipeThatBreaks(String name) throws Exception {
        Path pipe = folder.resolve(name);
        new ProcessBuilder("mkfifo", pipe.toString()).start().onExit().join();
        Thread reader = new Thread(() -> {
            try (InputStream in = Files.newInputStream(pipe)) {
                in.read();
            } catch (IOException e) {
                // the warning is then missing
            }
        });
        reader.setDaemon(true);
        reader.start();
        return pipe;
    }

    @Test
    void aLostRecordingIsToldAndEndsNothing() throws Exception {
        Path cast = pipeThatBreaks("cast");
        Path log = pipeThatBreaks("log");

        Outcome outcome = new Cli()
                .runOn(device, "-q", "--record", cast.toString(), "--ssh-log", log.toString(), "display version");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).isEqualTo(VERSION_OUTPUT);
        assertThat(outcome.err())
                .isEqualTo("Warning: The file " + log + " that --ssh-log names is not complete: it could not be written"
                        + " to its end (Broken pipe).\n"
                        + "Warning: The file " + cast + " that --record names is not complete: it could not be written"
                        + " to its end (Broken pipe).\n");
    }

    @Test
    void aRecordingIsAnAsciicast() throws IOException {
        Path cast = folder.resolve("session.cast");
        new Cli().runOn(device, "--record", cast.toString(), "display version");

        assertThat(Files.getPosixFilePermissions(cast))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        List<String> lines = Files.readAllLines(cast);
        ObjectMapper mapper = new ObjectMapper();
        JsonNode header = mapper.readTree(lines.get(0));
        assertThat(header.get("version").asInt()).isEqualTo(2);
        assertThat(header.get("width").asInt()).isEqualTo(511);
        double before = 0;
        StringBuilder screen = new StringBuilder();
        for (String line : lines.subList(1, lines.size())) {
            JsonNode event = mapper.readTree(line);
            assertThat(event.get(0).asDouble()).isGreaterThanOrEqualTo(before);
            before = event.get(0).asDouble();
            assertThat(event.get(1).asText()).isEqualTo("o");
            screen.append(event.get(2).asText());
        }
        assertThat(screen.toString())
                .contains("<sw1>display version\r\n" + VERSION_OUTPUT.replace("\n", "\r\n") + "<sw1>");
    }

    @Test
    void linesOfTheDevicesLogStayInTheOutputAndAreMarkedInJson() throws Exception {
        SimulatedDevice logging = simulator.add(Scene.parse("""
                name: r1
                hostname: R1
                modes: {privileged: "${host}#"}
                commands:
                  - {on: '/terminal .*/'}
                  - on: show clock
                    output: |
                      *10:00:27.123 UTC Sat Nov 28 2026
                      *Nov 28 10:00:27.123: %SYS-5-CONFIG_I: Configured from console by console
                      end of clock
                  - {on: exit, close: true}
                """, "r1.yaml"));
        Outcome outcome = new Cli().runOn(logging, "--platform", "cisco_ios", "--format", "json", "show clock");
        JsonNode result =
                new ObjectMapper().readTree(outcome.out()).get("results").get(0);

        assertThat(result.get("output").asText())
                .contains("UTC Sat Nov 28 2026\n*Nov 28 10:00:27.123: %SYS-5-CONFIG_I");
        assertThat(result.get("messages")).hasSize(1);
        assertThat(result.get("messages").get(0).get("line").asInt()).isEqualTo(2);
        assertThat(result.get("messages").get(0).get("text").asText()).startsWith("*Nov 28 10:00:27.123: %SYS-5-");
    }
}
