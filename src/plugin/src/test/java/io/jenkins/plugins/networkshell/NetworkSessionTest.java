package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jenkinsci.plugins.workflow.actions.ArgumentsAction;
import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;

/** Several steps on one connection. */
@ExtendWith(SharedJenkins.class)
class NetworkSessionTest {
    private static final Duration ABORT_LIMIT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    private final Devices devices = new Devices();

    @TempDir
    private Path folder;

    @Test
    void allStepsShareOneConnection(JenkinsRule r) throws Exception {
        try (OpenSsh server = OpenSsh.start(folder)) {
            server.addLogin();
            String agent = r.createOnlineSlave().getNodeName();
            String there = folder.resolve("there").toString();
            for (String node : List.of("built-in", agent)) {
                long before = server.logins();
                WorkflowRun run = r.buildAndAssertSuccess(
                        Devices.pipeline(r, """
                        node('%s') {
                          writeFile file: 'up.txt', text: 'by hand\\n'
                          networkSession(%s) {
                            networkExec command: 'mkdir -p %s'
                            networkPut from: 'up.txt', to: '%s/'
                            def s = networkShell(platform: 'linux', commands: ['cat %s/up.txt'])
                            def g = networkGet(from: '%s/up.txt', to: 'back/')
                            echo "shell ${s.output.trim()}, file ${readFile('back/up.txt').trim()}, got ${g.files} of ${g.bytes}"
                          }
                        }
                        """.formatted(node, server.at(), there, there, there, there)));
                r.assertLogContains("shell by hand, file by hand, got 1 of 8", run);
                assertThat(server.logins() - before).isOne();
                assertThat(run.getLog(1000))
                        .filteredOn(line -> line.startsWith("Connecting to "))
                        .hasSize(1);
            }
        }
    }

    /** In a block the one thing that is missing is the command. */
    @Test
    void aTextWithoutANameIsTheCommand(JenkinsRule r) throws Exception {
        try (OpenSsh server = OpenSsh.start(folder)) {
            server.addLogin();
            WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(r, """
                    networkSession(%s) {
                      def e = networkExec 'echo $((40+2))'
                      def s = networkShell 'echo $((50+1))'
                      echo "exec ${e.output.trim()}, shell ${s.output.trim()}"
                    }
                    """.formatted(server.at())));
            r.assertLogContains("exec 42, shell 51", run);
            assertThat(server.logins()).isOne();
        }
    }

    /** What the list of a build's steps shows: which device, and what is done there. */
    @Test
    void theListOfStepsNamesTheDevice(JenkinsRule r) throws Exception {
        try (OpenSsh server = OpenSsh.start(folder)) {
            server.addLogin();
            WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(r, """
                    networkSession(%s) {
                      networkExec 'echo one'
                      networkExec command: 'echo two'
                      networkShell platform: 'linux', commands: ['echo three']
                    }
                    """.formatted(server.at())));
            assertThat(new DepthFirstScanner().allNodes(run.getExecution()))
                    .extracting(ArgumentsAction::getStepArgumentsAsString)
                    .contains("127.0.0.1", "127.0.0.1 echo one", "127.0.0.1 echo two", "127.0.0.1 echo three");
        }
    }

    @Test
    void branchesUseItAtTheSameTime(JenkinsRule r) throws Exception {
        try (OpenSsh server = OpenSsh.start(folder)) {
            server.addLogin();
            WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(r, """
                    networkSession(%s) {
                      parallel([1, 2, 3, 4].collectEntries { n -> ["b$n", {
                        def e = networkExec(command: "echo branch-$n")
                        echo "got ${e.output.trim()}"
                      }] })
                    }
                    """.formatted(server.at())));
            for (int n = 1; n <= 4; n++) {
                r.assertLogContains("got branch-" + n, run);
            }
            assertThat(server.logins()).isOne();
        }
    }

    @Test
    void aStepThatNamesAHostHasAConnectionOfItsOwn(JenkinsRule r) throws Exception {
        SimulatedDevice one = devices.huawei();
        SimulatedDevice other = devices.cisco();
        Devices.addLogin(one);
        Devices.addLogin("other", other.user(), other.password());
        r.buildAndAssertSuccess(Devices.pipeline(
                r, """
                networkSession(%s) {
                  networkShell(%s, commands: 'show clock')
                }
                """.formatted(Devices.at(one), Devices.at(other).replace(Devices.LOGIN, "other"))));
        assertThat(one.sent().commands()).isEmpty();
        assertThat(other.sent().commands()).contains("show clock");
        assertThat(one.sent().totalConnections()).isOne();
    }

    @Test
    void whatTheDeviceHasClosedIsOpenedAnew(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        device.withFault(
                FaultPlan.of(Fault.DROP_CONNECTION).onCommand("display version").forConnections(1));
        WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(r, """
                networkSession(%s) {
                  try {
                    networkShell(commands: 'display version')
                  } catch (e) {
                    echo "first: ${e.message}"
                  }
                  def s = networkShell(commands: 'display version')
                  echo "second: ${s.failed} ${s.output.readLines()[0]}"
                }
                """.formatted(Devices.at(device))));
        r.assertLogContains("second: false Huawei Versatile Routing Platform Software", run);
        assertThat(device.sent().totalConnections()).isEqualTo(2);
        assertThat(device.sent().awaitNoConnections(PATIENCE)).isTrue();
    }

    @Test
    void whatCanNotBeIsSaidInASentence(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        String agent = r.createOnlineSlave().getNodeName();
        WorkflowRun run = r.buildAndAssertSuccess(
                Devices.pipeline(r, """
                def tried(what, body) { try { body(); echo "$what went well" } catch (e) { echo "$what: ${e.message}" } }
                tried('outside') { networkShell(commands: 'display clock') }
                networkSession(%s) {
                  tried('parameters') { networkExec(port: 23, credentialsId: 'x', command: 'a') }
                  tried('nested') { networkSession(%s) { echo 'never' } }
                  tried('machine') { node('%s') { networkShell(commands: 'display clock') } }
                  tried('again') { networkShell(commands: 'display clock') }
                }
                tried('nowhere') { networkSession() { echo 'never' } }
                """.formatted(Devices.at(device), Devices.at(device), agent)));
        r.assertLogContains("outside: There is no host to connect to: set host, or put the step into a", run);
        r.assertLogContains(
                "parameters: Inside networkSession the connection already exists; credentialsId, port", run);
        r.assertLogContains("nested: A networkSession block cannot contain another networkSession.", run);
        r.assertLogContains("machine: The connection of networkSession is on another machine than this step", run);
        r.assertLogContains("again went well", run);
        r.assertLogContains("nowhere: There is no host to connect to", run);
        r.assertLogNotContains("never", run);
        r.assertLogNotContains("\tat ", run);
        assertThat(device.sent().totalConnections()).isOne();
    }

    @Test
    void aRefusedLoginKeepsTheBlockFromBeginning(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(Devices.LOGIN, device.user(), "wrong-S3cret-of-nobody");
        WorkflowRun run = r.buildAndAssertStatus(
                Result.FAILURE,
                Devices.pipeline(r, "networkSession(%s) { echo 'begun' }".formatted(Devices.at(device))));
        assertThat(run.getLog(200)).anyMatch(line -> line.startsWith("ERROR: ") && line.contains("127.0.0.1"));
        r.assertLogNotContains("begun", run);
        r.assertLogNotContains("\tat ", run);
        r.assertLogNotContains("wrong-S3cret", run);
    }

    @Test
    void aFailureInTheBlockClosesTheConnection(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        String agent = r.createOnlineSlave().getNodeName();
        WorkflowRun run = r.buildAndAssertStatus(
                Result.FAILURE,
                Devices.pipeline(
                        r,
                        "node('%s') { networkSession(%s) { error 'by intent' } }"
                                .formatted(agent, Devices.at(device))));
        r.assertLogContains("by intent", run);
        assertThat(device.sent().totalConnections()).isOne();
        assertThat(device.sent().awaitNoConnections(ABORT_LIMIT)).isTrue();
    }

    @Test
    void abortInsideTheBlock(JenkinsRule r) throws Exception {
        String agent = r.createOnlineSlave().getNodeName();
        for (String script : List.of("%s", "node('" + agent + "') { %s }")) {
            SimulatedDevice device = devices.huawei();
            Devices.addLogin(device);
            device.withFault(
                    FaultPlan.of(Fault.STALL).onCommand("display version").afterBytes(50));
            WorkflowRun run = Devices.pipeline(
                            r,
                            script.formatted("networkSession(%s) { networkShell(commands: 'display version') }"
                                    .formatted(Devices.at(device))))
                    .scheduleBuild2(0)
                    .waitForStart();
            assertThat(device.sent().awaitLine("display version", PATIENCE)).isTrue();
            run.doStop();
            assertThat(device.sent().awaitNoConnections(ABORT_LIMIT)).isTrue();
            r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(run));
        }
    }

    @Test
    void abortWhileConnecting(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        device.withFault(Fault.SILENT);
        WorkflowRun run = Devices.pipeline(r, "networkSession(%s) { echo 'begun' }".formatted(Devices.at(device)))
                .scheduleBuild2(0)
                .waitForStart();
        assertThat(device.sent().awaitConnections(1, PATIENCE)).isTrue();
        run.doStop();
        assertThat(device.sent().awaitNoConnections(ABORT_LIMIT)).isTrue();
        r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(run));
        r.assertLogNotContains("begun", run);
        r.assertLogNotContains("\tat ", run);
    }

    @Test
    void onlyTheStepThatIsTimedOutEnds(JenkinsRule r) throws Exception {
        try (OpenSsh server = OpenSsh.start(folder)) {
            server.addLogin();
            WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(r, """
                    networkSession(%s) {
                      try {
                        timeout(time: 2, unit: 'SECONDS') { networkExec(command: 'exec sleep 600') }
                      } catch (e) {
                        echo 'given up'
                      }
                      echo "then ${networkExec(command: 'echo fine').output}"
                    }
                    """.formatted(server.at())));
            r.assertLogContains("given up", run);
            r.assertLogContains("then fine", run);
            assertThat(server.logins()).isOne();
        }
    }

    @Test
    void logAndRecordingsBecomeArtifacts(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        String agent = r.createOnlineSlave().getNodeName();
        WorkflowJob job = Devices.pipeline(r, """
                node('%s') {
                  networkSession(%s, sshLog: true) {
                    networkShell(commands: 'display clock', record: true)
                    networkShell(commands: 'display saved-configuration', record: true, archive: false)
                  }
                }
                """.formatted(agent, Devices.at(device)));
        Run<?, ?> run = r.buildAndAssertSuccess(job);
        String log = NetworkShellStepTest.artifact(run, "ssh-logs/127.0.0.1.log");
        assertThat(log).contains("algorithms", device.user()).doesNotContain(device.password());
        assertThat(NetworkShellStepTest.artifact(run, "recordings/127.0.0.1.cast"))
                .startsWith("{\"version\": 2,")
                .contains("display clock");
        assertThat(NetworkShellStepTest.artifact(run, "recordings/127.0.0.1-2.cast"))
                .contains("sysname core-sw1", "irreversible-cipher ****")
                .doesNotContain("kE0nvJ2YpW5hQx8sLd3fGm6uC9aRb7oN1iVtZyHe");
        assertThat(run.getArtifactManager().root().child("configs").exists()).isFalse();
        assertThat(r.jenkins.getNode(agent).getWorkspaceFor(job).getParent().list("**/*.cast,**/ssh.log"))
                .isEmpty();
    }

    @Test
    void everyStepMayHaveALogOfItsOwn(JenkinsRule r) throws Exception {
        try (OpenSsh server = OpenSsh.start(folder)) {
            server.addLogin();
            Run<?, ?> run = r.buildAndAssertSuccess(Devices.pipeline(r, """
                    networkShell(%s, platform: 'linux', commands: 'true', sshLog: 'logs/shell.log', archive: false)
                    networkExec(%s, command: 'true', sshLog: true)
                    node {
                      writeFile file: 'a', text: 'a'
                      networkPut(%s, from: 'a', to: '%s', sshLog: 'logs/put.log')
                      networkGet(%s, from: '%s', to: 'b', sshLog: 'logs/get.log')
                    }
                    """.formatted(
                    server.at(), server.at(), server.at(), folder.resolve("put"), server.at(), folder.resolve("put"))));
            for (String name : List.of("logs/shell.log", "ssh-logs/127.0.0.1.log", "logs/put.log", "logs/get.log")) {
                assertThat(NetworkShellStepTest.artifact(run, name)).as(name).contains("publickey");
            }
        }
    }

    @Test
    void aBlockHasALimit(JenkinsRule r) throws Exception {
        try (OpenSsh server = OpenSsh.start(folder)) {
            server.addLogin();
            WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(r, """
                    def tried(what, body) { try { body(); echo "$what went well" } catch (e) { echo "$what: ${e.message}" } }
                    networkSession(%s, sessionTimeout: '3s') {
                      tried('running') { networkExec(command: 'exec sleep 600') }
                      tried('after it') { networkExec(command: 'true') }
                    }
                    """.formatted(server.at())));
            r.assertLogContains(
                    "running: The steps on the shared connection to 127.0.0.1 took longer than 3s, and it was closed.",
                    run);
            r.assertLogContains("after it: The steps on the shared connection to 127.0.0.1 took longer than 3s", run);
            r.assertLogNotContains("\tat ", run);
            assertThat(server.logins()).isOne();
        }
    }

    @Test
    void anAgentThatIsLostLeavesItsSentence(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        device.withFault(Fault.SILENT);
        hudson.slaves.DumbSlave agent = r.createOnlineSlave();
        WorkflowRun run = Devices.pipeline(
                        r,
                        "node('%s') { networkSession(%s, sshLog: true) { echo 'begun' } }"
                                .formatted(agent.getNodeName(), Devices.at(device)))
                .scheduleBuild2(0)
                .waitForStart();
        assertThat(device.sent().awaitConnections(1, PATIENCE)).isTrue();
        agent.getComputer().disconnect(null).get();
        r.assertBuildStatus(Result.FAILURE, r.waitForCompletion(run));
        r.assertLogContains(
                "The connection to the agent " + agent.getNodeName() + " was lost while it talked to 127.0.0.1.", run);
        r.assertLogNotContains("begun", run);
    }
}
