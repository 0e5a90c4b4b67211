package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.networkshell.config.NetworkShellConfiguration;
import io.jenkins.plugins.networkshell.console.CommandOutput;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.CommandRule;
import io.jenkins.plugins.networkshell.simulator.scene.Reply;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;

/** What a session leaves in the build log. */
@ExtendWith(SharedJenkins.class)
class ConsoleTest {
    @RegisterExtension
    private final Devices devices = new Devices();

    @TempDir
    private Path folder;

    @Test
    void tooManyLinesAreAnArtifact(JenkinsRule r) throws Exception {
        String all =
                IntStream.rangeClosed(1, 100).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
        SimulatedDevice device = devices.device(Scene.shipped("huawei_vrp").toBuilder()
                .command("display many", all)
                .build());
        Devices.addLogin(device);
        NetworkShellConfiguration.get().setConsoleLines(30);
        WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(
                r,
                "def r = networkShell(%s, commands: 'display many')\necho \"n ${r.output.readLines().size()}\""
                        .formatted(Devices.at(device))));
        r.assertLogContains("line 30", run);
        r.assertLogNotContains("line 31", run);
        r.assertLogContains("70 lines of output are not shown here.", run);
        r.assertLogContains("The artifact transcripts/127.0.0.1-" + device.port() + ".txt has all of them.", run);
        r.assertLogContains("n 100", run);
        assertThat(NetworkShellStepTest.artifact(run, "transcripts/127.0.0.1-" + device.port() + ".txt"))
                .isEqualTo("<HUAWEI> display many\n" + all);
    }

    /** A pipeline that goes on with half of the output has to be able to know. */
    @Test
    void moreThanAResultHoldsIsSaid(JenkinsRule r) throws Exception {
        String all = ("x".repeat(1023) + "\n").repeat(CommandOutput.KEPT_CHARACTERS / 1024 + 10);
        SimulatedDevice device = devices.device(Scene.shipped("huawei_vrp").toBuilder()
                .command("display many", all)
                .build());
        Devices.addLogin(device);
        NetworkShellConfiguration.get().setConsoleLines(3);
        WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(
                r,
                "def r = networkShell(%s, commands: 'display many')\necho \"cut ${r.results[0].truncated}\""
                        .formatted(Devices.at(device))));
        r.assertLogContains("cut true", run);
        r.assertLogContains("characters of the output of 'display many'", run);

        SimulatedDevice server = devices.device(Scene.shipped("linux").toBuilder()
                .exec(CommandRule.exact("print many", Reply.text(all)))
                .build());
        Devices.addLogin("server", server.user(), server.password());
        WorkflowRun exec = r.buildAndAssertSuccess(Devices.pipeline(
                r,
                "def r = networkExec(%s, command: 'print many')\necho \"cut ${r.truncated}\""
                        .formatted(Devices.at(server).replace(Devices.LOGIN, "server"))));
        r.assertLogContains("cut true", exec);
        r.assertLogContains("The result of the step holds only the first 4,194,304 characters of the output", exec);
    }

    /** Which of the two gets the name without a number is not known before it is archived. */
    @Test
    void branchesNameTheArtifactsThatTheyGot(JenkinsRule r) throws Exception {
        try (OpenSsh server = OpenSsh.start(folder)) {
            server.addLogin();
            NetworkShellConfiguration.get().setConsoleLines(3);
            Path gate = folder.resolve("gate");
            assertThat(new ProcessBuilder("mkfifo", gate.toString()).start().waitFor())
                    .isZero();
            WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(r, """
                    parallel(
                      one: { networkExec(%1$s, command: 'seq 10; echo go >%2$s; echo one') },
                      two: { networkExec(%1$s, command: 'cat %2$s; seq 10; echo two') })
                    """.formatted(server.at(), gate)));
            String prefix = "[127.0.0.1:" + server.port() + "] ";
            for (String name : List.of("transcripts/127.0.0.1.txt", "transcripts/127.0.0.1-2.txt")) {
                r.assertLogContains(prefix + "Archived " + name, run);
                assertThat(NetworkShellStepTest.artifact(run, name)).contains("10\n");
            }
            r.assertLogContains(
                    "lines of output are not shown here. The next artifact for this device has all of them.", run);
            r.assertLogNotContains("The artifact transcripts/", run);
        }
    }

    @Test
    void controlCharactersAreShownNotObeyed(JenkinsRule r) throws Exception {
        byte[] evil = "before\u0007 \u001b]0;title\u0007 \u001b[8mha:AAAA\u001b[0m after\r\n"
                .getBytes(StandardCharsets.UTF_8);
        SimulatedDevice device = devices.device(Scene.shipped("huawei_vrp").toBuilder()
                .command("display evil", Reply.raw(evil))
                .build());
        Devices.addLogin(device);
        WorkflowRun run = r.buildAndAssertSuccess(
                Devices.pipeline(r, "networkShell(%s, commands: 'display evil')".formatted(Devices.at(device))));
        List<String> lines = run.getLog(500).stream()
                .filter(line -> line.contains("before") && line.contains("after"))
                .toList();
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).chars()).noneMatch(Character::isISOControl);
    }

    @Test
    void quietShowsHeaderAndFooterOnly(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(
                r, "networkShell(%s, quiet: true, commands: 'display version')".formatted(Devices.at(device))));
        r.assertLogContains("<core-sw1> display version", run);
        r.assertLogNotContains("Versatile Routing Platform Software", run);
        r.assertLogContains("Session ended: 1 command, 0 failed, 17 lines of output", run);
    }

    @Test
    void nothingThatRanHasNoFooter(JenkinsRule r) throws Exception {
        Devices.addLogin(Devices.LOGIN, "me", "S3cret-of-me");
        String at = "host: '127.0.0.1', port: 1, credentialsId: 'net-backup', failOnError: false";
        WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(r, """
                networkShell(%1$s, commands: 'x')
                networkExec(%1$s, command: 'x')
                node { networkGet(%1$s, from: 'x') }
                """.formatted(at)));
        assertThat(run.getLog(500))
                .filteredOn(line -> line.startsWith("Connecting to "))
                .hasSize(3);
        assertThat(run.getLog(500))
                .noneMatch(line -> line.startsWith("Session ended")
                        || line.startsWith("Given up")
                        || line.startsWith("Copied")
                        || line.startsWith("Ended"));
    }

    @Test
    void badValuesAreOneSentence(JenkinsRule r) throws Exception {
        Devices.addLogin(Devices.LOGIN, "me", "S3cret-of-me");
        String[][] table = {
            {"platform: 'nosuch'", "The platform \"nosuch\" is not known. Allowed: "},
            {"platform: 'cisco_iso'", "The platform \"cisco_iso\" is not known. Did you mean \"cisco_ios\"? Allowed: "},
            {"silenceTimeout: 'soon'", "soon"},
            {"encoding: 'klingon'", "\"klingon\" is not a character set"},
            {"algorithms: 'any'", "The algorithms 'any' are not known; allowed: secure, legacy."},
            {"jump: 'a b'", "\"a b\" is not a jump host"},
            {"answers: ['(': 'x']", "The question \"(\" is not a regular expression"},
            {"hostKeys: 'never'", "never"},
            {"host: '[127.0.0.1]'", "Nothing accepts connections at 127.0.0.1:1 "},
            {"port: 70000", "A port is between 1 and 65535"},
            {"commands: ' '", "There are no commands to run."},
            {"credentialsId: ''", "There are no credentials for 127.0.0.1: set credentialsId."},
        };
        for (String[] row : table) {
            String arguments = "host: '127.0.0.1', port: 1, credentialsId: 'net-backup', commands: 'x', ";
            String name = row[0].substring(0, row[0].indexOf(':') + 1);
            WorkflowRun run = r.buildAndAssertStatus(
                    Result.FAILURE,
                    Devices.pipeline(r, "networkShell(" + arguments.replaceAll(name + "[^,]+, ", "") + row[0] + ")"));
            r.assertLogContains(row[1], run);
            r.assertLogNotContains("\tat ", run);
        }
    }
}
