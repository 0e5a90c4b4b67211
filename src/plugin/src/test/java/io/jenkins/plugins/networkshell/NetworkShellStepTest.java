package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.networkshell.hostkeys.HostKeyDatabase;
import io.jenkins.plugins.networkshell.hostkeys.KeyState;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.CommandRule;
import io.jenkins.plugins.networkshell.simulator.scene.Reply;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;

/** The step where there is no node: on the controller. */
@ExtendWith(SharedJenkins.class)
class NetworkShellStepTest {
    @RegisterExtension
    private final Devices devices = new Devices();

    @Test
    void threeArgumentsAreEnough(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(r, """
                def r = networkShell(%s, commands: ['display version', 'display saved-configuration'])
                echo "first line: ${r.results[0].output.readLines()[0]}"
                echo "platform=${r.platform} prompt=${r.prompt} failed=${r.failed} n=${r.results.size()}"
                echo "second: ${r.results[1].command} ${r.results[1].failed} ${r.results[1].failure} ${r.results[1].elapsedMillis >= 0}"
                echo "all: ${r.output.length() == r.results[0].output.length() + r.results[1].output.length()}"
                """.formatted(Devices.at(device))));
        r.assertLogContains("first line: Huawei Versatile Routing Platform Software", run);
        r.assertLogContains("platform=huawei_vrp prompt=<core-sw1> failed=false n=2", run);
        r.assertLogContains("second: display saved-configuration false null true", run);
        r.assertLogContains("all: true", run);
        r.assertLogContains("Huawei VRP (huawei_vrp), prompt <core-sw1>", run);
        r.assertLogContains("Session ended: 2 commands, 0 failed", run);
        String configuration = artifact(run, "configs/127.0.0.1-" + device.port() + ".cfg");
        assertThat(configuration)
                .startsWith("!Software Version")
                .endsWith("return\n")
                .contains("sysname core-sw1");
        assertThat(device.sent().commands()).contains("display version", "display saved-configuration");
    }

    @Test
    void logAndResultNameWhatWasNegotiated(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(r, """
                def with = networkShell(%1$s, ciphers: 'aes128-ctr', macs: 'hmac-sha2-256', commands: 'display clock')
                echo "with: ${with.algorithms.mac}, ${with.algorithms.cipher}, ${with.algorithms.compression}"
                echo "header: key exchange ${with.algorithms.keyExchange}, host key ${with.algorithms.hostKey}"
                def without = networkShell(%1$s, ciphers: 'aes256-gcm@openssh.com', commands: 'display clock')
                echo "without: ${without.algorithms.keySet()} ${without.algorithms.mac}"
                def none = networkShell(host: '127.0.0.1', port: 1, credentialsId: 'net-backup', failOnError: false, commands: 'x')
                echo "none: ${none.algorithms.isEmpty()}"
                """.formatted(Devices.at(device))));
        r.assertLogContains("with: hmac-sha2-256, aes128-ctr, none", run);
        r.assertLogContains("without: [keyExchange, hostKey, cipher, compression] null", run);
        r.assertLogContains("none: true", run);
        List<String> lines = run.getLog(500);
        String header = lines.stream()
                .filter(line -> line.startsWith("header: "))
                .findFirst()
                .orElseThrow()
                .substring("header: ".length());
        assertThat(lines)
                .filteredOn(line -> line.startsWith("Logged in after "))
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("): " + header + ", cipher aes128-ctr, MAC hmac-sha2-256"),
                        line -> assertThat(line).endsWith(", cipher aes256-gcm@openssh.com"));
    }

    @Test
    void commandsMayBeOneText(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(r, """
                def r = networkShell(%s, platform: 'huawei_vrp', commands: '''
                  display clock

                  display version
                ''')
                echo "typed ${r.results*.command}"
                """.formatted(Devices.at(device))));
        r.assertLogContains("typed [display clock, display version]", run);
    }

    @Test
    void anEntryMayBeAMap(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(r, """
                def r = networkShell(%s, commands: [
                    [command: 'display nonsense', expectFailure: true],
                    [command: 'display clock', timeout: '1m', answers: ['never asked': 'N']]])
                echo "failed ${r.failed} ${r.results*.failed} ${r.results[0].failure}"
                """.formatted(Devices.at(device))));
        r.assertLogContains("failed false [true, false] Error: Unrecognized command found at '^' position.", run);
    }

    @Test
    void aFailedCommandFailsTheStepAndEndsTheSession(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        Run<?, ?> run = r.buildAndAssertStatus(
                Result.FAILURE,
                Devices.pipeline(
                        r,
                        "networkShell(%s, commands: ['display nonsense', 'display clock'])"
                                .formatted(Devices.at(device))));
        r.assertLogContains("\"display nonsense\" failed on 127.0.0.1: Error: Unrecognized command", run);
        r.assertLogNotContains("AbortException", run);
        assertThat(device.sent().commands()).doesNotContain("display clock");
    }

    @Test
    void withoutFailOnErrorTheResultSaysSo(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(
                r, """
                def r = networkShell(%s, failOnError: false, commands: ['display nonsense', 'display clock'])
                echo "failed ${r.failed}, session ${r.failure}, ${r.results*.failed}"
                def s = networkShell(%s, failOnError: false, sessionTimeout: '20s', port: 1, commands: 'display clock')
                echo "failed ${s.failed}: ${s.failure}"
                """.formatted(Devices.at(device), Devices.at(device).replaceAll("port: \\d+,", ""))));
        r.assertLogContains("failed true, session The device refused the command 'display nonsense': ", run);
        r.assertLogContains(", [true, false]", run);
        assertThat(warnings(run)).hasSize(2).anyMatch(message -> message.contains("display nonsense"));
        r.assertLogContains("failed true: ", run);
    }

    /** Nothing is lost without a word where two steps capture the same configuration. */
    @Test
    void aSecondCaptureGetsANumber(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        String step = "networkShell(%s, platform: 'huawei_vrp', commands: 'display saved-configuration')\n"
                .formatted(Devices.at(device));
        WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(r, step + step));
        String name = "configs/127.0.0.1-" + device.port();
        assertThat(artifact(run, name + ".cfg")).endsWith("return\n");
        assertThat(artifact(run, name + "-2.cfg")).endsWith("return\n");
        r.assertLogContains("The artifact " + name + ".cfg is there already", run);
    }

    /** Behind one address there may be many devices: the port tells them apart. */
    @Test
    void twoDevicesBehindOneAddress(JenkinsRule r) throws Exception {
        SimulatedDevice one = devices.huawei();
        SimulatedDevice two = devices.device(Scene.shipped("huawei_vrp"));
        Devices.addLogin(one);
        String step = "networkShell(%s, platform: 'huawei_vrp', commands: 'display saved-configuration'%s)";
        String both = "parallel(one: { %s }, two: { %s })";
        WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(
                r, both.formatted(step.formatted(Devices.at(one), ""), step.formatted(Devices.at(two), ""))));
        assertThat(artifact(run, "configs/127.0.0.1-" + one.port() + ".cfg")).contains("sysname core-sw1");
        assertThat(artifact(run, "configs/127.0.0.1-" + two.port() + ".cfg")).contains("sysname HUAWEI");
        r.assertLogNotContains("is there already", run);

        String named = ", archive: 'core.cfg'";
        WorkflowRun same = r.buildAndAssertSuccess(Devices.pipeline(
                r, both.formatted(step.formatted(Devices.at(one), named), step.formatted(Devices.at(two), named))));
        assertThat(List.of(artifact(same, "core.cfg"), artifact(same, "core-2.cfg")))
                .anyMatch(text -> text.contains("sysname core-sw1"))
                .anyMatch(text -> text.contains("sysname HUAWEI"));
        r.assertLogContains("The artifact core.cfg is there already", same);
    }

    private SimulatedDevice savedConfiguration(String output) {
        return devices.device(Scene.shipped("huawei_vrp").toBuilder()
                .overriding(CommandRule.exact("display saved-configuration", Reply.text(output)))
                .build());
    }

    /** A backup that saves nothing is never green, whoever looks at the result. */
    @Test
    void aConfigurationThatIsMissingMakesTheBuildUnstable(JenkinsRule r) throws Exception {
        SimulatedDevice device = savedConfiguration("#\nsysname HUAWEI\n");
        SimulatedDevice refusing = savedConfiguration("Error: Unrecognized command found at '^' position.\n");
        Devices.addLogin(device);
        String call = "networkShell(%s, failOnError: false, %s)";
        Object[][] table = {
            {device, "commands: 'display saved-configuration'", "is not complete"},
            {device, "commands: 'display clock', archive: 'core.cfg'", "no command printed a configuration"},
            {device, "commands: 'display nonsense', archive: 'core.cfg'", "no command printed a configuration"},
            {refusing, "commands: 'display saved-configuration'", "Unrecognized command"},
        };
        for (Object[] row : table) {
            WorkflowRun run = r.buildAndAssertStatus(
                    Result.UNSTABLE, Devices.pipeline(r, call.formatted(Devices.at((SimulatedDevice) row[0]), row[1])));
            r.assertLogContains((String) row[2], run);
            assertThat(warnings(run)).as((String) row[1]).hasSize(1);
            assertThat(run.getArtifactManager().root().list()).isEmpty();
        }
        r.buildAndAssertSuccess(
                Devices.pipeline(r, call.formatted(Devices.at(device), "commands: 'display nonsense'")));
    }

    /** A here-document: the prompts between its lines are no output. */
    @Test
    void aCommandMayReadLines(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.device(Scene.shipped("linux"));
        Devices.addLogin(device);
        WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(r, """
                def r = networkShell(%s, platform: 'linux', failOnError: false, commands: ['cat <<END\\nfirst line\\nEND', 'uptime'])
                echo "n ${r.results.size()} ${r.results[0].command.readLines()}"
                """.formatted(Devices.at(device))));
        r.assertLogContains("n 2 [cat <<END, first line, END]", run);
        assertThat(device.sent().lines()).containsSequence("cat <<END", "first line", "END");
    }

    /** A question mark brings help at once and is never typed; the commands before it are not typed either. */
    @Test
    void nothingIsTypedWhereOneCommandCannotBe(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        for (String command : List.of("display ?", "display\\tclock")) {
            WorkflowRun run = r.buildAndAssertStatus(
                    Result.FAILURE,
                    Devices.pipeline(
                            r,
                            "networkShell(%s, platform: 'huawei_vrp', commands: ['display version', '%s'])"
                                    .formatted(Devices.at(device), command)));
            r.assertLogNotContains("\tat ", run);
        }
        assertThat(device.sent().commands()).doesNotContain("display version");
    }

    @Test
    void aWishedEndIsASuccess(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.device(Scene.shipped("huawei_vrp").toBuilder()
                .command("reset saved-node", Reply.closing())
                .build());
        Devices.addLogin(device);
        String call = "def r = networkShell(%s, platform: 'huawei_vrp', commands: [%s])\necho \"failed ${r.failed}\"";
        String reset = "[command: 'reset saved-node', expect: 'disconnect']";
        r.assertLogContains(
                "failed false",
                r.buildAndAssertSuccess(
                        Devices.pipeline(r, call.formatted(Devices.at(device), "'display clock', " + reset))));
        r.assertLogContains(
                "Only the last command may be meant to end the session",
                r.buildAndAssertStatus(
                        Result.FAILURE,
                        Devices.pipeline(r, call.formatted(Devices.at(device), reset + ", 'display clock'"))));
        r.buildAndAssertStatus(
                Result.FAILURE, Devices.pipeline(r, call.formatted(Devices.at(device), "'reset saved-node'")));
    }

    @Test
    void wrongPasswordIsOneSentence(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(Devices.LOGIN, device.user(), "wrong-S3cret-of-nobody");
        Run<?, ?> run = r.buildAndAssertStatus(
                Result.FAILURE,
                Devices.pipeline(r, "networkShell(%s, commands: 'display clock')".formatted(Devices.at(device))));
        assertThat(run.getLog(200)).anyMatch(line -> line.startsWith("ERROR: ") && line.contains("127.0.0.1"));
        r.assertLogNotContains("\tat ", run);
        r.assertLogNotContains("wrong-S3cret", run);
    }

    @Test
    void changedHostKeyNamesBothFingerprints(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        var job = Devices.pipeline(r, "networkShell(%s, commands: 'display clock')".formatted(Devices.at(device)));
        r.buildAndAssertSuccess(job);
        device.withFault(Fault.CHANGED_HOST_KEY);
        WorkflowRun run = r.buildAndAssertStatus(Result.FAILURE, job);
        assertThat(run.getLog(200).toString()).containsPattern("SHA256:[^ ]+.*SHA256:");
    }

    @Test
    void anUnknownHostKeyIsRefusedByDefault(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        WorkflowRun run = r.buildAndAssertStatus(
                Result.FAILURE,
                Devices.pipeline(
                        r,
                        "networkShell(%s, commands: 'display clock')"
                                .formatted(Devices.at(device).replace(", hostKeys: 'accept-new'", ""))));
        r.assertLogContains("is not known: ", run);
        assertThat(device.sent().logins()).isEmpty();
        assertThat(HostKeyDatabase.get().keys())
                .singleElement()
                .satisfies(key -> assertThat(key.state()).isEqualTo(KeyState.REFUSED));
    }

    @Test
    void aCutConfigurationFailsAndIsNotArchived(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.device(Scene.shipped("huawei_vrp").toBuilder()
                .overriding(CommandRule.exact("display saved-configuration", Reply.text("#\nsysname HUAWEI\n")))
                .build());
        Devices.addLogin(device);
        WorkflowRun run = r.buildAndAssertStatus(
                Result.FAILURE,
                Devices.pipeline(
                        r, "networkShell(%s, commands: 'display saved-configuration')".formatted(Devices.at(device))));
        r.assertLogContains("is not complete", run);
        assertThat(run.getArtifactManager().root().list()).isEmpty();
    }

    @Test
    void archiveMayBeOffOrAPathOfOnesOwn(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        String call = "networkShell(%s, commands: 'display saved-configuration', archive: %s)\n";
        WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(
                r,
                call.formatted(Devices.at(device), "false")
                        + call.formatted(Devices.at(device), "'core/one.cfg'")
                        + "try { "
                        + call.formatted(Devices.at(device), "'../x.cfg'")
                        + " } catch (e) { echo \"refused: ${e.message}\" }"));
        assertThat(artifact(run, "core/one.cfg")).endsWith("return\n");
        assertThat(run.getArtifactManager().root().child("configs").exists()).isFalse();
        r.assertLogContains("refused: \"../x.cfg\" is not a valid artifact path", run);
    }

    @Test
    void secretsOfAConfigurationAreMaskedInTheLogAndKeptInTheArtifact(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(
                r,
                "def r = networkShell(%s, commands: 'display saved-configuration')\necho r.output"
                        .formatted(Devices.at(device))));
        String secret = "$1a$Tz4;Q/w1rB$kE0nvJ2YpW5hQx8sLd3fGm6uC9aRb7oN1iVtZyHe$";
        r.assertLogNotContains(secret, run);
        r.assertLogContains("local-user netops password irreversible-cipher ****", run);
        assertThat(artifact(run, "configs/127.0.0.1-" + device.port() + ".cfg")).contains(secret);
    }

    /** The platform is named: recognising it would type the command, too, and end as a device does that has no free line. */
    @Test
    void aDroppedConnectionSaysWhere(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        device.withFault(
                FaultPlan.of(Fault.DROP_CONNECTION).onCommand("display version").afterBytes(100));
        WorkflowRun run = r.buildAndAssertStatus(
                Result.FAILURE,
                Devices.pipeline(
                        r,
                        "networkShell(%s, platform: 'huawei_vrp', commands: 'display version')"
                                .formatted(Devices.at(device))));
        r.assertLogContains("display version", run);
        r.assertLogNotContains("\tat ", run);
        assertThat(device.sent().totalConnections()).isOne();
    }

    private static List<String> warnings(WorkflowRun run) {
        return new DepthFirstScanner()
                .allNodes(run.getExecution()).stream()
                        .map(node -> node.getPersistentAction(WarningAction.class))
                        .filter(Objects::nonNull)
                        .map(WarningAction::getMessage)
                        .toList();
    }

    static String artifact(Run<?, ?> run, String path) throws Exception {
        try (InputStream in = run.getArtifactManager().root().child(path).open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
