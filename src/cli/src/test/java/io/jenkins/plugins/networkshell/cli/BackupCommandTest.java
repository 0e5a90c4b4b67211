package io.jenkins.plugins.networkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.networkshell.cli.Cli.Outcome;
import io.jenkins.plugins.networkshell.simulator.scene.CommandRule;
import io.jenkins.plugins.networkshell.simulator.scene.Reply;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network is backed up, over real connections, by what a user types. */
class BackupCommandTest {
    private static final String SECRET = "$1a$Tz4;Q/w1rB$kE0nvJ2YpW5hQx8sLd3fGm6uC9aRb7oN1iVtZyHe$";
    private static final String OTHER_SECRET = "$1a$p8!xKc,3Ff$0sWnUe4MbG7yTq2hJl9zRv5kDi1oCx6aPg3uBtXw$";

    @TempDir
    private Path folder;

    private SimulatedNetwork network;

    @BeforeEach
    void start() {
        network = new SimulatedNetwork(folder);
    }

    @AfterEach
    void stop() throws IOException {
        network.close();
    }

    private JsonNode report() throws IOException {
        return new ObjectMapper().readTree(network.file("report.json"));
    }

    private JsonNode report(String device) throws IOException {
        for (JsonNode each : report().path("devices")) {
            if (each.path("name").asText().equals(device)) {
                return each;
            }
        }
        throw new AssertionError("no " + device + " in " + report());
    }

    /** The same switch after somebody added two VLANs. */
    private void addVlans() throws IOException {
        String changed = network.file("core-sw1.cfg").replace("vlan batch 100 200 to 203", "vlan batch 100 200 to 205");
        network.startAgain();
        network.replace(
                "core-sw1",
                Scene.shipped("huawei_vrp").toBuilder()
                        .overriding(CommandRule.exact("display saved-configuration", Reply.text(changed)))
                        .build(),
                "huawei_vrp");
    }

    private Outcome ask(String... args) {
        List<String> all = new ArrayList<>(
                List.of("backup", args[0], "--archive", network.archive().toString()));
        all.addAll(List.of(args).subList(1, args.length));
        return network.cli().run(all.toArray(String[]::new));
    }

    @Test
    void healthyDevicesAreCapturedAndFaultyOnesAreClassified() throws IOException {
        network.add("core-sw1", "huawei_vrp");
        network.add("edge-1", "juniper_junos");
        network.add("fw-1", "vyos");
        network.add("locked", "huawei_vrp").withFault(Fault.REJECT_LOGIN);
        network.add("cut", "huawei_vrp")
                .withFault(FaultPlan.of(Fault.DROP_CONNECTION)
                        .onCommand("display saved.*")
                        .afterBytes(900));
        network.add("silent", "huawei_vrp")
                .withFault(
                        FaultPlan.of(Fault.STALL).onCommand("display saved.*").afterBytes(300));

        Outcome outcome = network.backup();

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(network.file("core-sw1.cfg"))
                .startsWith("!Software Version V200R009C00SPC500\n#\nsysname HUAWEI\n")
                .endsWith("\n#\nreturn\n");
        assertThat(network.file("core-sw1.running.cfg")).endsWith("\n#\nreturn\n");
        assertThat(network.archive().resolve("edge-1.cfg")).isNotEmptyFile();
        assertThat(network.archive().resolve("fw-1.cfg")).isNotEmptyFile();
        assertThat(report().path("totals").path("failed").asInt()).isEqualTo(3);
        assertThat(report("locked").path("failureClass").asText()).isEqualTo("authentication_failed");
        assertThat(report("cut").path("failureClass").asText()).isEqualTo("connection_lost");
        assertThat(report("silent").path("failureClass").asText()).isEqualTo("timeout");
        for (String name : List.of("locked", "cut", "silent")) {
            assertThat(network.archive().resolve(name + ".cfg")).doesNotExist();
            assertThat(outcome.out()).contains(name + ": failed (");
        }
        assertThat(outcome.out()).contains("core-sw1: ok, new, ").contains("3 of 6 devices backed up");
    }

    @Test
    void theReportIsAsTheDesignHasIt() throws IOException {
        network.add("core-sw1", "huawei_vrp");

        assertThat(network.backup().code()).isZero();

        JsonNode device = report("core-sw1");
        assertThat(report().path("startedAt").asText()).endsWith("Z");
        assertThat(report().path("elapsedMillis").asLong()).isPositive();
        assertThat(device.path("platform").asText()).isEqualTo("huawei_vrp");
        assertThat(device.path("status").asText()).isEqualTo("ok");
        assertThat(device.path("changed").asBoolean()).isTrue();
        assertThat(device.path("bytes").asLong())
                .isEqualTo(Files.size(network.archive().resolve("core-sw1.cfg")));
        assertThat(device.path("attempts").asInt()).isEqualTo(1);
        assertThat(device.path("failure").isNull()).isTrue();
        for (String file : List.of("report.html", "report.xml", "report.prom")) {
            assertThat(Files.readString(network.archive().resolve("history").resolve(file)))
                    .contains("core-sw1");
        }
        JsonNode evidence = new ObjectMapper().readTree(network.file("history/devices/core-sw1/evidence.json"));
        assertThat(evidence.toString()).contains("huawei_vrp", "SHA256:", "HUAWEI");
    }

    @Test
    void aChangeIsShownAndCanBeAskedFor() throws IOException {
        network.add("core-sw1", "huawei_vrp");
        network.add("edge-1", "juniper_junos");
        network.backup();
        assertThat(network.backup().out()).contains("core-sw1: ok, unchanged");
        addVlans();

        Outcome outcome = network.backup();

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains("core-sw1: ok, changed +1 -1")
                .contains("Changed on core-sw1:")
                .contains("- vlan batch 100 200 to 203")
                .contains("+ vlan batch 100 200 to 205");
        assertThat(ask("diff", "core-sw1").out())
                .isEqualTo("- vlan batch 100 200 to 203\n+ vlan batch 100 200 to 205\n");
        assertThat(ask("diff", "--unified", "core-sw1@1", "core-sw1").out()).contains("@@", "+vlan batch");
        assertThat(ask("history", "core-sw1").out()).contains("2  20", "+1 -1", "1  20");
        assertThat(ask("blame", "core-sw1").out().lines().filter(line -> line.contains("vlan batch")))
                .singleElement()
                .asString()
                .startsWith("   2  ");
        assertThat(ask("search", "vlan batch .* 205").out())
                .startsWith("core-sw1:")
                .contains("to 205");
        assertThat(ask("search", "--lacking", "vlan batch").out()).isEqualTo("edge-1\n");
        assertThat(ask("report", "--since", "7d").out().lines().filter(line -> line.contains(" devices, ")))
                .isNotEmpty();
        assertThat(ask("report").out()).contains("core-sw1: changed +1 -1");
        assertThat(ask("report", "--since", "7d", "--format", "json").out().lines())
                .isNotEmpty()
                .allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }

    @Test
    void aChangeOfTheRunningConfigurationAloneIsShownWithItsName() throws IOException {
        network.add("core-sw1", "huawei_vrp");
        network.backup();
        String changed =
                network.file("core-sw1.running.cfg").replace("vlan batch 100 200 to 203", "vlan batch 100 200 to 205");
        network.startAgain();
        network.replace(
                "core-sw1",
                Scene.shipped("huawei_vrp").toBuilder()
                        .overriding(CommandRule.exact("display current-configuration", Reply.text(changed)))
                        .build(),
                "huawei_vrp");

        assertThat(network.backup().out()).contains("core-sw1: ok, changed +1 -1");

        String lines = "running:\n- vlan batch 100 200 to 203\n+ vlan batch 100 200 to 205\n";
        assertThat(ask("diff", "core-sw1").out()).isEqualTo(lines);
        assertThat(ask("diff", "--unified", "core-sw1").out()).contains("core-sw1.running.cfg", "+vlan batch");
        assertThat(ask("history", "core-sw1").out()).contains("+1 -1", lines);
        assertThat(ask("history", "--configuration", "startup", "core-sw1")
                        .out()
                        .lines())
                .hasSize(1);
        assertThat(ask("history", "--configuration", "running", "core-sw1").out())
                .contains(lines);
    }

    @Test
    void aChangeOfBothConfigurationsCountsOnce() throws IOException {
        network.add("core-sw1", "huawei_vrp");
        network.backup();
        String startup = network.file("core-sw1.cfg");
        String running = network.file("core-sw1.running.cfg");
        network.startAgain();
        network.replace(
                "core-sw1",
                Scene.shipped("huawei_vrp").toBuilder()
                        .overriding(CommandRule.exact(
                                "display saved-configuration",
                                Reply.text(startup.replace("batch 100 200 to 203", "batch 100 200 to 205"))))
                        .overriding(CommandRule.exact(
                                "display current-configuration",
                                Reply.text(running.replace("batch 100 200 to 203", "batch 100 200 to 205"))))
                        .build(),
                "huawei_vrp");

        assertThat(network.backup().out()).contains("core-sw1: ok, changed +1 -1");
        assertThat(report("core-sw1").path("added").asInt()).isEqualTo(1);
        assertThat(ask("diff", "core-sw1").out())
                .isEqualTo("- vlan batch 100 200 to 203\n+ vlan batch 100 200 to 205\n");
    }

    @Test
    void aConfigurationThatIsNotThereIsNamed() throws IOException {
        network.add("core-sw1", "huawei_vrp");
        network.backup();

        assertBad(
                ask("search", "--configuration", "nope", "vlan"),
                "The archive has no NAME.nope.cfg, which --configuration names; allowed: *, running, or none for NAME.cfg.");
        assertBad(ask("search", "--configuration", "nope", "--lacking", "vlan"), "allowed: *, running");
        assertThat(ask("search", "--configuration", "running", "vlan batch").code())
                .isZero();
        String sentence = "No version of 'core-sw1' has a configuration 'nope'; the last one has startup, running.";
        assertBad(ask("blame", "--configuration", "nope", "core-sw1"), sentence);
        assertBad(ask("history", "--configuration", "nope", "core-sw1"), sentence);
        assertThat(ask("report").out()).contains(": 1 device, ");
    }

    @Test
    void theDefaultOfHostKeysIsTheBackupsOwn() {
        assertThat(new Cli().run("backup", "--help").out())
                .contains("--host-keys", "Default: strict. A policy")
                .doesNotContain("StrictHostKeyChecking");
    }

    @Test
    void aTrialStoresNoHostKey() throws IOException {
        network.add("core-sw1", "huawei_vrp");
        Path inventory = Files.writeString(
                folder.resolve("checked.yaml"),
                Files.readString(network.inventory()).replace("hostKeys: accept-any, ", ""));
        Path known = folder.resolve("known_hosts");

        Outcome tried = network.cli()
                .run(
                        "backup",
                        "--inventory",
                        inventory.toString(),
                        "--try",
                        "core-sw1",
                        "--host-keys",
                        "accept-new",
                        "--known-hosts",
                        known.toString());

        assertThat(tried.code()).isZero();
        assertThat(tried.out()).contains("Nothing was written.");
        assertThat(tried.err()).containsPattern("Logged in after [0-9.]+ m?s ");
        assertThat(known).doesNotExist();
    }

    @Test
    void aCaptureThatIsCutReplacesNothing() throws IOException {
        network.add("core-sw1", "huawei_vrp");
        network.backup();
        String good = network.file("core-sw1.cfg");
        network.startAgain();
        network.replace(
                "core-sw1",
                Scene.shipped("huawei_vrp").toBuilder()
                        .overriding(CommandRule.exact(
                                "display saved-configuration", Reply.text("#\nsysname HUAWEI\n#\naaa\n")))
                        .build(),
                "huawei_vrp");

        Outcome outcome = network.backup();

        assertThat(outcome.code()).isEqualTo(9); // all devices
        assertThat(report("core-sw1").path("failureClass").asText()).isEqualTo("configuration_incomplete");
        assertThat(report("core-sw1").path("lastLines")).isNotEmpty();
        assertThat(network.file("core-sw1.cfg")).isEqualTo(good);
    }

    @Test
    void secretsAreInTheConfigurationsAlone() throws IOException {
        network.add("core-sw1", "huawei_vrp");
        network.add("cut", "huawei_vrp")
                .withFault(FaultPlan.of(Fault.DROP_CONNECTION)
                        .onCommand("display saved.*")
                        .afterBytes(900));
        Outcome outcome = network.backup();
        String password = network.replace("other", Scene.shipped("huawei_vrp"), "huawei_vrp")
                .password();

        assertThat(network.file("core-sw1.cfg")).contains(SECRET, OTHER_SECRET);
        List<String> shown = new ArrayList<>(List.of(
                outcome.out(),
                outcome.err(),
                network.file("report.json"),
                network.file("history/redacted/core-sw1.cfg"),
                ask("search", "irreversible-cipher").out(),
                ask("history", "core-sw1").out(),
                ask("blame", "core-sw1").out(),
                ask("diff", "core-sw1", "core-sw1").out(),
                network.cli()
                        .run("backup", "--inventory", network.inventory().toString(), "--try", "core-sw1")
                        .err()));
        try (Stream<Path> files = Files.list(network.archive().resolve("history"))) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("report."))
                    .toList()) {
                shown.add(Files.readString(file));
            }
        }
        assertThat(report("cut").path("lastLines").toString()).contains("irreversible-cipher ****");
        assertThat(shown)
                .hasSizeGreaterThan(11)
                .allSatisfy(text -> assertThat(text).doesNotContain(SECRET, OTHER_SECRET, password));
        assertThat(network.file("history/redacted/core-sw1.cfg")).contains("<secret:");
    }

    @Test
    void eventsAreOneJsonObjectALine() throws IOException {
        network.add("core-sw1", "huawei_vrp");
        network.add("locked", "huawei_vrp").withFault(Fault.REJECT_LOGIN);

        Outcome outcome = network.backup("--format", "json");

        List<JsonNode> events = new ArrayList<>();
        for (String line : outcome.out().lines().toList()) {
            events.add(new ObjectMapper().readTree(line));
        }
        assertThat(events.get(0).path("event").asText()).isEqualTo("runStarted");
        assertThat(events.stream().filter(e -> e.path("event").asText().equals("deviceFinished")))
                .hasSize(2)
                .anyMatch(e -> e.path("failureClass").asText().equals("authentication_failed"))
                .anyMatch(e -> e.path("status").asText().equals("ok"));
        JsonNode last = events.get(events.size() - 1);
        assertThat(last.path("event").asText()).isEqualTo("runFinished");
        assertThat(last.path("failed").asInt()).isEqualTo(1);
    }

    @Test
    void listAndTryWriteNothing() throws IOException {
        network.add("core-sw1", "huawei_vrp");

        Outcome list = network.backup("--list");
        Outcome tried = network.backup("--try", "core-sw1");

        assertThat(list.out()).contains("core-sw1 from ", "devices.yaml, line 2 (device)", "$PW_CORE_SW1");
        assertThat(tried.code()).isZero();
        assertThat(tried.out()).contains("huawei_vrp", "complete, ", "Nothing was written.");
        assertThat(network.archive()).doesNotExist();
    }

    @Test
    void versionsAreKeptInGit() throws IOException {
        network.add("core-sw1", "huawei_vrp");
        network.backup("--git");
        addVlans();

        assertThat(network.backup("--git").out()).contains("Committed ");
        assertThat(ask("history", "--short", "core-sw1").out().lines()).hasSize(2);
        assertThat(ask("diff", "core-sw1").out()).contains("+ vlan batch 100 200 to 205");
    }

    @Test
    void aBatfishSnapshotIsWritten() throws IOException {
        network.add("core-sw1", "huawei_vrp");

        network.backup("--layout", "batfish");

        assertThat(network.file("batfish/configs/core-sw1.cfg")).isEqualTo(network.file("core-sw1.running.cfg"));
    }

    @Test
    void thresholdsDecideOnTheExitCode() throws IOException {
        network.add("locked", "huawei_vrp").withFault(Fault.REJECT_LOGIN);

        assertThat(network.backup("--failed-at", "never").code()).isEqualTo(1);
        assertThat(network.backup("--failed-at", "never", "--unstable-at", "never")
                        .code())
                .isZero();
        assertThat(network.backup().code()).isEqualTo(9);
    }

    @Test
    void aCancelledRunTriesNothingAndSaysSo() throws IOException {
        network.add("core-sw1", "huawei_vrp");
        network.cli().cancellation().cancel();

        assertThat(network.backup().code()).isEqualTo(130);
        assertThat(report("core-sw1").path("status").asText()).isEqualTo("failed");
    }

    @Test
    void badInputIsOneSentenceAndNothingIsDone() throws IOException {
        network.add("core-sw1", "huawei_vrp");
        String inventory = network.inventory().toString();

        assertBad(network.cli().run("backup"), "No inventory was named");
        assertBad(network.cli().run("backup", "--inventory", "gone.yaml"), "does not exist");
        assertBad(network.cli().run("backup", "--inventory", inventory), "--out DIR");
        assertBad(network.backup("--parallel", "0"), "at least 1, not 0");
        assertBad(network.backup("--layout", "oxidized"), "allowed: batfish");
        assertBad(network.backup("--failed-at", "many"), "A threshold for failed devices");
        assertBad(network.backup("--only", "core-sw2"), "core-sw1");
        assertThat(network.backup("--untrusted").err())
                .startsWith("Error: ")
                .contains("'devices[0].passwordEnv' chooses a credential", "'devices[0].hostKeys' is \"accept-any\"");
        assertBad(network.backup("--list", "--try", "core-sw1"), "--list and --try exclude each other");
        assertBad(network.backup("--user", "x"), "--password-env");
        assertBad(
                new Cli().run("backup", "--inventory", inventory, "--out", "configs"),
                "PW_CORE_SW1 that a credential names is not set");
        assertBad(ask("diff", "core-sw1"), "does not exist");
        assertThat(network.archive()).doesNotExist();
    }

    @Test
    void allMistakesOfAnInventoryAreToldAtOnce() throws IOException {
        Path file = Files.writeString(
                folder.resolve("bad.csv"),
                "name,host,platform,port\na,10.0.0.1,cisco_ois,22\nb,10.0.0.300,cisco_ios,22x\n");

        Outcome outcome = new Cli().run("backup", "--inventory", file.toString(), "--list");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err().lines())
                .hasSizeGreaterThanOrEqualTo(3)
                .anyMatch(line -> line.startsWith("Error: " + file + ", line 2: 'platform' is \"cisco_ois\"")
                        && line.contains("did you mean 'cisco_ios'?"))
                .anyMatch(line -> line.startsWith(file + ", line 3: 'port' is \"22x\""))
                .anyMatch(line -> line.startsWith(file + ", line 3: 'device.host' is \"10.0.0.300\""));
    }

    private static void assertBad(Outcome outcome, String part) {
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("Error: ").contains(part);
        assertThat(outcome.err().lines().filter(line -> !line.startsWith("See: ")))
                .hasSize(1);
    }
}
