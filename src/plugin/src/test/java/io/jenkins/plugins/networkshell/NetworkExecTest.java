package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.model.Result;
import hudson.slaves.DumbSlave;
import hudson.util.Secret;
import io.jenkins.plugins.networkshell.config.NetworkShellConfiguration;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.record.Sent;
import io.jenkins.plugins.networkshell.simulator.scene.CommandRule;
import io.jenkins.plugins.networkshell.simulator.scene.Reply;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;

/** One command on an exec channel: OpenSSH's server, and the simulator for what that never does. */
@ExtendWith(SharedJenkins.class)
class NetworkExecTest {
    private static final Duration ABORT_LIMIT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PASSWORD = "sud0-Of-Nobody";

    /** Asks at the terminal, or with {@code -S} on standard error; the sum of what it was told is the proof. */
    private static final String SUDO = """
            #!/bin/sh
            if [ "$1" = -S ]; then
                shift
                printf '[sudo] password for jo: ' >&2
                read -r answer
            else
                stty -echo </dev/tty
                printf '[sudo] password for jo: ' >/dev/tty
                read -r answer </dev/tty
                stty echo </dev/tty
                printf '\\n' >/dev/tty
            fi
            if [ "$answer" != %s ]; then
                printf 'Sorry, try again.\\n[sudo] password for jo: ' >&2
                read -r answer
            fi
            exec "$@"
            """.formatted(PASSWORD);

    @RegisterExtension
    private final Devices devices = new Devices();

    @TempDir
    private Path folder;

    /** What is promised for both places is seen on both. */
    private static List<String> places(JenkinsRule r) throws Exception {
        return List.of(
                "def on(work) { work() }\n", """
                def on(work) { node('%s') { work() } }
                """.formatted(r.createOnlineSlave().getNodeName()));
    }

    @Test
    void whatACommandPrintsAndHowItEnds(JenkinsRule r) throws Exception {
        try (OpenSsh server = OpenSsh.start(folder)) {
            server.addLogin();
            for (String place : places(r)) {
                WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(r, place + """
                        on {
                          def a = networkExec(%1$s, command: 'echo out; echo err >&2; printf last')
                          echo "a:${a.output}:${a.errors}:${a.exitStatus}:${a.signal}:${a.failed}:${a.failure}:${a.truncated}:${a.elapsedMillis > 0}"
                          def b = networkExec(%1$s, command: 'echo no >&2; exit 7', failOnError: false)
                          echo "b:${b.output}:${b.errors}:${b.exitStatus}:${b.signal}:${b.failed}:${b.failure}"
                          def c = networkExec(%1$s, command: 'kill -KILL $$', failOnError: false)
                          echo "c:${c.exitStatus}:${c.signal}:${c.failed}:${c.failure}"
                          echo "text:${c}"
                        }
                        """.formatted(server.at())));
                r.assertLogContains("a:out\nlast:err\n:0:null:false:null:false:true", run);
                String failure = "'echo no >&2; exit 7' ended with status 7 on 127.0.0.1; its last line: \"no\"";
                r.assertLogContains("b::no\n:7:null:true:" + failure, run);
                r.assertLogContains("ERROR: " + failure, run);
                r.assertLogContains(
                        "c:null:KILL:true:'kill -KILL $$' was ended by the signal KILL on 127.0.0.1; it printed nothing.",
                        run);
                r.assertLogContains("text:kill -KILL $$: 'kill -KILL $$' was ended by the signal KILL", run);
                assertThat(run.getLog(500))
                        .contains("$ echo out; echo err >&2; printf last", "out", "err", "last")
                        .anyMatch(line -> line.matches("Ended with status 0 after [0-9.]+ s\\."))
                        .anyMatch(line -> line.matches("Ended with status 7 after [0-9.]+ s\\."))
                        .anyMatch(line -> line.matches("Ended by the signal KILL after [0-9.]+ s\\."));
            }
        }
    }

    @Test
    void whatACommandGets(JenkinsRule r) throws Exception {
        try (OpenSsh server = OpenSsh.start(folder)) {
            server.addLogin();
            for (String place : places(r)) {
                WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(r, place + """
                        on {
                          def e = networkExec(%1$s, command: 'echo "<$NSH_A><$NSH_B><$OTHER>"', environment: [NSH_A: 'one two', NSH_B: "it's", OTHER: 'refused'])
                          echo "e:${e.output}"
                          def i = networkExec(%1$s, command: 'wc -c; cat', stdin: "two\\nlines\\n")
                          echo "i:${i.output.trim()}"
                          def n = networkExec(%1$s, command: 'cat; echo at the end')
                          echo "n:${n.output}"
                          def p = networkExec(%1$s, command: 'tty -s && echo terminal; echo wrong >&2', pty: true)
                          echo "p:${p.output}:${p.errors}:"
                          def t = networkExec(%1$s, command: 'tty -s || echo none')
                          echo "t:${t.output}"
                          def l = networkExec(%1$s, command: 'od -An -tx1; printf "\\\\344\\\\n"', stdin: 'ü', encoding: 'ISO-8859-1')
                          echo "l:${l.output}"
                          def q = networkExec(%1$s, command: 'echo nobody-reads-"this"; echo nor-"that" >&2', quiet: true)
                          echo "q:${q.output.length()}:${q.errors.length()}"
                        }
                        """.formatted(server.at())));
                r.assertLogContains("e:<one two><it's><>\n", run);
                r.assertLogContains("i:10", run);
                r.assertLogContains("n:at the end\n", run);
                r.assertLogContains("p:terminal\nwrong\n::", run);
                r.assertLogContains("t:none", run);
                r.assertLogContains("l: fc\nä\n", run);
                r.assertLogContains("q:18:9", run);
                r.assertLogNotContains("nobody-reads-this", run);
                r.assertLogNotContains("nor-that", run);
            }
        }
    }

    /** The command waits until its first lines are in the log. */
    @Test
    void outputComesWhileTheCommandRuns(JenkinsRule r) throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        try (OpenSsh server = OpenSsh.start(folder)) {
            server.addLogin();
            for (String place : places(r)) {
                WorkflowRun run = Devices.pipeline(
                                r,
                                place
                                        + "on { networkExec(%s, command: 'echo early; echo wrong >&2; cat %s') }"
                                                .formatted(server.at(), pipe))
                        .scheduleBuild2(0)
                        .waitForStart();
                r.waitForMessage("\nearly\n", run);
                r.waitForMessage("\nwrong\n", run);
                Files.writeString(pipe, "late\n");
                r.assertBuildStatusSuccess(r.waitForCompletion(run));
                r.assertLogContains("\nlate\n", run);
            }
        }
    }

    @Test
    void failuresAreOneSentence(JenkinsRule r) throws Exception {
        try (OpenSsh server = OpenSsh.start(folder)) {
            server.addLogin();
            Devices.addLogin("login", "me", "S3cret-of-me");
            Devices.addLogin("empty", "me", "");
            String address = "127.0.0.1:" + server.port();
            String at = server.at();
            String agent = "node('" + r.createOnlineSlave().getNodeName() + "') { %s }";
            fails(
                    r,
                    agent.formatted("networkExec(%s, command: 'echo gone; exit 3')".formatted(at)),
                    "'echo gone; exit 3' ended with status 3 on 127.0.0.1; its last line: \"gone\"");
            fails(
                    r,
                    "networkExec(%s, command: 'echo begun; sleep 60', timeout: '1s')".formatted(at),
                    "'echo begun; sleep 60' on " + address + " did not end within 1 s; ");
            fails(
                    r,
                    "networkExec(%s, command: 'sleep 60', silenceTimeout: '300ms')".formatted(at),
                    "'sleep 60' on " + address + " printed nothing for 300 ms; it printed nothing at all.");
            fails(r, "networkExec(%s)".formatted(at), "There is no command to run.");
            fails(r, "networkExec(%s, command: ' ')".formatted(at), "There is no command to run.");
            fails(
                    r,
                    "networkExec(%s, command: 'sudo id', sudoCredentialsId: 'sudo', stdin: 'x')".formatted(at),
                    "stdin and sudoCredentialsId exclude each other: sudo reads its password where the input would come.");
            fails(
                    r,
                    "networkExec(%s, command: 'id', encoding: 'UTF-9')".formatted(at),
                    "\"UTF-9\" is not a character set that Java knows, such as UTF-8 or GB18030, nor auto.");
            fails(
                    r,
                    "networkExec(%s, command: 'id', environment: ['': 'x'])".formatted(at),
                    "A variable needs a name.");
            fails(r, "networkExec(%s, command: 'id', timeout: 'soon')".formatted(at), "soon");
            fails(
                    r,
                    "networkExec(credentialsId: 'login', command: 'id')",
                    "There is no host to connect to: set host, or put the step into a networkSession block.");
            fails(
                    r,
                    "networkExec(host: '127.0.0.1', command: 'id')",
                    "There are no credentials for 127.0.0.1: set credentialsId.");
            fails(
                    r,
                    "networkExec(%s, command: 'sudo id', sudoCredentialsId: 'nothing')".formatted(at),
                    "There are no credentials \"nothing\" that this job may use");
            fails(
                    r,
                    "networkExec(%s, command: 'id')".formatted(at.replace(Devices.LOGIN, "login")),
                    "device accepts publickey");
        }
    }

    private static void fails(JenkinsRule r, String script, String sentence) throws Exception {
        WorkflowRun run = r.buildAndAssertStatus(Result.FAILURE, Devices.pipeline(r, script));
        assertThat(run.getLog(500))
                .filteredOn(line -> line.startsWith("ERROR: "))
                .as(script)
                .hasSize(1)
                .first()
                .asString()
                .contains(sentence);
        r.assertLogNotContains("\tat ", run);
        r.assertLogNotContains("Exception", run);
    }

    @Test
    void sudoGetsItsPassword(JenkinsRule r) throws Exception {
        Path sudo = Files.writeString(folder.resolve("sudo"), SUDO);
        Files.setPosixFilePermissions(sudo, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (OpenSsh server = OpenSsh.start(folder)) {
            server.addLogin();
            var provider = SystemCredentialsProvider.getInstance();
            provider.getCredentials()
                    .add(new StringCredentialsImpl(CredentialsScope.GLOBAL, "sudo", null, Secret.fromString(PASSWORD)));
            provider.getCredentials()
                    .add(new StringCredentialsImpl(
                            CredentialsScope.GLOBAL, "wrong", null, Secret.fromString("wr0ng-One")));
            provider.save();
            String path = "PATH=" + folder + ":$PATH; ";
            for (String place : places(r)) {
                WorkflowRun run =
                        r.buildAndAssertSuccess(Devices.pipeline(r, place + """
                        on {
                          def a = networkExec(%1$s, command: '%2$s sudo -S echo "through input"', sudoCredentialsId: 'sudo')
                          echo "a:${a.output}:${a.errors}:${a.exitStatus}"
                          def b = networkExec(%1$s, command: '%2$s sudo echo "at a terminal"', sudoCredentialsId: 'sudo')
                          echo "b:${b.output}:${b.exitStatus}"
                          def c = networkExec(%1$s, command: '%2$s sudo -S id', sudoCredentialsId: 'wrong', failOnError: false)
                          echo "c:${c.failure}:${c.output}"
                        }
                        """.formatted(server.at(), path)));
                r.assertLogContains("a:through input\n::0", run);
                r.assertLogContains("b:at a terminal\n:0", run);
                r.assertLogContains("c:sudo on 127.0.0.1 did not accept the password.:", run);
                r.assertLogNotContains(PASSWORD, run);
                r.assertLogNotContains("wr0ng-One", run);
                r.assertLogNotContains("[sudo]", run);
            }
        }
    }

    @Test
    void abortOnTheController(JenkinsRule r) throws Exception {
        abort(r, "networkExec(%s, command: 'show tech')");
    }

    @Test
    void abortOnAnAgent(JenkinsRule r) throws Exception {
        abort(r, "node('" + r.createOnlineSlave().getNodeName() + "') { networkExec(%s, command: 'show tech') }");
    }

    private SimulatedDevice stalling() throws Exception {
        SimulatedDevice device = devices.device(Scene.shipped("linux").toBuilder()
                .exec(CommandRule.exact("show tech", Reply.text("begun\nand nothing more\n")))
                .build());
        device.withFault(FaultPlan.of(Fault.STALL).afterBytes("begun\n".length()));
        Devices.addLogin(device);
        return device;
    }

    private void abort(JenkinsRule r, String script) throws Exception {
        SimulatedDevice device = stalling();
        WorkflowRun run = Devices.pipeline(r, script.formatted(Devices.at(device)))
                .scheduleBuild2(0)
                .waitForStart();
        r.waitForMessage("\nbegun\n", run);
        run.doStop();
        assertThat(device.sent().awaitNoConnections(ABORT_LIMIT)).isTrue();
        r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(run));
        r.assertLogNotContains("\tat ", run);
    }

    @Test
    void aKilledAgentEndsTheStepWithASentence(JenkinsRule r) throws Exception {
        SimulatedDevice device = stalling();
        DumbSlave agent = r.createOnlineSlave();
        WorkflowRun run = Devices.pipeline(
                        r,
                        "node('%s') { networkExec(%s, command: 'show tech') }"
                                .formatted(agent.getNodeName(), Devices.at(device)))
                .scheduleBuild2(0)
                .waitForStart();
        assertThat(device.sent().await(sent -> sent instanceof Sent.Exec, PATIENCE))
                .isTrue();
        agent.getChannel().callAsync(new AgentTest.Halt());
        r.assertBuildStatus(Result.FAILURE, r.waitForCompletion(run));
        r.assertLogContains(
                "The connection to the agent " + agent.getNodeName() + " was lost while it talked to 127.0.0.1.", run);
        r.assertLogNotContains("\tat ", run);
        assertThat(device.sent().awaitNoConnections(PATIENCE)).isTrue();
    }

    @Test
    void whatTheDeviceDoesToACommand(JenkinsRule r) throws Exception {
        SimulatedDevice device = stalling();
        SimulatedDevice dropping = devices.device(Scene.shipped("linux").toBuilder()
                .exec(CommandRule.exact("show tech", Reply.text("begun\nand nothing more\n")))
                .build());
        dropping.withFault(FaultPlan.of(Fault.DROP_CONNECTION).afterBytes("begun\n".length()));
        SimulatedDevice shellOnly = devices.huawei();
        fails(
                r,
                "networkExec(%s, command: 'show tech', silenceTimeout: '300ms')".formatted(Devices.at(device)),
                "'show tech' on 127.0.0.1:" + device.port() + " printed nothing for 300 ms; ");
        fails(
                r,
                "networkExec(%s, command: 'show tech')".formatted(Devices.at(dropping)),
                "That was after 6 bytes of 'show tech'.");
        Devices.addLogin("huawei", shellOnly.user(), shellOnly.password());
        fails(
                r,
                "networkExec(%s, command: 'display version')"
                        .formatted(Devices.at(shellOnly).replace(Devices.LOGIN, "huawei")),
                "refused to run a command without a shell (exec).");
    }

    @Test
    void tooManyLinesAreAnArtifact(JenkinsRule r) throws Exception {
        NetworkShellConfiguration.get().setConsoleLines(20);
        try (OpenSsh server = OpenSsh.start(folder)) {
            server.addLogin();
            for (String place : places(r)) {
                WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(r, place + """
                        on {
                          def a = networkExec(%1$s, command: 'for i in $(seq 100); do echo line $i; done')
                          echo "n ${a.output.readLines().size()}"
                          networkExec(%1$s, command: 'seq 50')
                        }
                        """.formatted(server.at())));
                r.assertLogContains("\nline 20\n", run);
                r.assertLogNotContains("\nline 21\n", run);
                r.assertLogContains("80 lines of output are not shown here.", run);
                r.assertLogContains("The artifact transcripts/127.0.0.1.txt has all of them.", run);
                r.assertLogContains("n 100", run);
                assertThat(NetworkShellStepTest.artifact(run, "transcripts/127.0.0.1.txt"))
                        .startsWith("line 1\n")
                        .endsWith("line 100\n")
                        .hasLineCount(100);
                r.assertLogContains("30 lines of output are not shown here.", run);
                r.assertLogContains("The artifact transcripts/127.0.0.1-2.txt has all of them.", run);
                assertThat(NetworkShellStepTest.artifact(run, "transcripts/127.0.0.1-2.txt"))
                        .startsWith("1\n")
                        .hasLineCount(50);
            }
        }
    }
}
