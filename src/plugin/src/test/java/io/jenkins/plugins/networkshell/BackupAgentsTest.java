package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Computer;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Queue;
import hudson.model.Result;
import hudson.model.Run;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.networkshell.hostkeys.HostKeyDatabase;
import io.jenkins.plugins.networkshell.hostkeys.KeyState;
import io.jenkins.plugins.networkshell.hostkeys.KnownKey;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;

/** Backups on agents, each a process of its own, and divided among several. */
@ExtendWith(SharedJenkins.class)
class BackupAgentsTest {
    private static final Duration ABORT_LIMIT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LOGIN = ", credentialsId: '" + Devices.LOGIN + "'";

    @RegisterExtension
    private final Devices devices = new Devices();

    private SimulatedDevice stalled() {
        return devices.huawei()
                .withFault(FaultPlan.of(Fault.STALL)
                        .onCommand("display saved-configuration")
                        .afterBytes(50));
    }

    @Test
    void onAnAgent(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        DumbSlave agent = r.createOnlineSlave();
        SimulatedInventory inventory =
                new SimulatedInventory().with("core-sw1", device).with("edge", devices.huawei());
        WorkflowRun run =
                r.buildAndAssertSuccess(Devices.pipeline(r, """
                node('%s') {
                  writeFile file: 'lab/devices.yaml', text: 'include: [sites/all.yaml]'
                  writeFile file: 'lab/sites/all.yaml', text: '''%s'''
                  networkBackup inventory: 'lab/devices.yaml', credentialsId: 'net-backup', hostKeys: 'accept-new'
                  echo readFile('configs/report.xml')
                }
                """.formatted(agent.getNodeName(), inventory.text())));
        r.assertLogContains("Backing up 2 devices of lab/devices.yaml on " + agent.getNodeName(), run);
        r.assertLogContains("2 of 2 devices backed up", run);
        r.assertLogContains("<testcase", run);
        assertThat(NetworkShellStepTest.artifact(run, "configs/core-sw1.cfg")).endsWith("return\n");
        assertThat(agent.getWorkspaceFor(run.getParent()).getParent().list("**/*.cfg"))
                .isEmpty();
        assertThat(HostKeyDatabase.get().keys())
                .extracting(KnownKey::state)
                .containsExactly(KeyState.LEARNED, KeyState.LEARNED);
    }

    @Test
    void abortOnTheController(JenkinsRule r) throws Exception {
        abort(r, "%s");
    }

    @Test
    void abortOnAnAgent(JenkinsRule r) throws Exception {
        abort(r, "node('" + r.createOnlineSlave().getNodeName() + "') { %s }");
    }

    private void abort(JenkinsRule r, String script) throws Exception {
        SimulatedDevice device = stalled();
        Devices.addLogin(device);
        SimulatedInventory inventory = new SimulatedInventory().with("core-sw1", device);
        WorkflowRun run = Devices.pipeline(r, script.formatted(inventory.call()))
                .scheduleBuild2(0)
                .waitForStart();
        assertThat(device.sent().awaitLine("display saved-configuration", PATIENCE))
                .isTrue();
        run.doStop();
        assertThat(device.sent().awaitNoConnections(ABORT_LIMIT)).isTrue();
        r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(run));
    }

    @Test
    void abortOfAFreestyleBuild(JenkinsRule r) throws Exception {
        SimulatedDevice device = stalled();
        Devices.addLogin(device);
        FreeStyleProject job = r.createFreeStyleProject();
        NetworkBackupStep step = new NetworkBackupStep();
        step.setInventoryText(new SimulatedInventory().with("core-sw1", device).text());
        step.setCredentialsId(Devices.LOGIN);
        step.setHostKeys("accept-new");
        job.getBuildersList().add(new NetworkBackupBuilder(step));
        FreeStyleBuild build = job.scheduleBuild2(0).waitForStart();
        assertThat(device.sent().awaitLine("display saved-configuration", PATIENCE))
                .isTrue();
        build.doStop();
        assertThat(device.sent().awaitNoConnections(ABORT_LIMIT)).isTrue();
        r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(build));
    }

    @Test
    void aKilledAgentEndsTheStepWithASentence(JenkinsRule r) throws Exception {
        SimulatedDevice device = stalled();
        Devices.addLogin(device);
        DumbSlave agent = r.createOnlineSlave();
        SimulatedInventory inventory =
                new SimulatedInventory().with("good", devices.huawei()).with("stalled", device);
        WorkflowJob job = Devices.pipeline(r, "node('" + agent.getNodeName() + "') { " + inventory.call() + " }");
        WorkflowRun run = job.scheduleBuild2(0).waitForStart();
        assertThat(device.sent().awaitLine("display saved-configuration", PATIENCE))
                .isTrue();
        agent.getChannel().callAsync(new AgentTest.Halt());
        r.assertBuildStatus(Result.FAILURE, r.waitForCompletion(run));
        r.assertLogContains("The connection to the agent " + agent.getNodeName() + " was lost during the backup.", run);
        r.assertLogNotContains("\tat ", run);
    }

    @Test
    void twoHundredDevicesOverThreeAgents(JenkinsRule r) throws Exception {
        int count = 200;
        List<SimulatedDevice> all = devices.simulator().addAcrossAddresses(Scene.shipped("huawei_vrp"), count, 0);
        Devices.addLogin(all.get(0));
        for (String agent : List.of("one", "two", "three")) {
            r.waitOnline(r.createSlave(agent, "net", null));
        }
        SimulatedInventory inventory = new SimulatedInventory();
        for (int i = 0; i < count; i++) {
            inventory.with("sw-" + (i + 1), all.get(i), "site: s" + i % 20);
        }
        WorkflowRun run = r.buildAndAssertSuccess(
                Devices.pipeline(r, inventory.call(LOGIN + ", agents: 'net', shardBy: 'site', parallel: 8")));
        r.assertLogContains("3 parts for the agents with the label net", run);
        r.assertLogContains("200 of 200 devices backed up", run);
        r.assertLogContains("100 of 200 devices done", run);
        List<String> artifacts = new ArrayList<>(run.getArtifactManager().root().list("configs/*.cfg", null, true));
        artifacts.removeIf(name -> name.endsWith(".running.cfg"));
        assertThat(artifacts).hasSize(count);
        for (int i = 1; i <= count; i++) {
            assertThat(NetworkShellStepTest.artifact(run, "configs/sw-" + i + ".cfg"))
                    .contains("sysname HUAWEI-" + i + "\n");
        }
        assertThat(all).allMatch(device -> device.sent().totalConnections() == 1);
    }

    @Test
    void aLostAgentsDevicesGoToAnother(JenkinsRule r) throws Exception {
        List<SimulatedDevice> all = devices.simulator().addAcrossAddresses(Scene.shipped("huawei_vrp"), 6, 0);
        Devices.addLogin(all.get(0));
        all.subList(1, 4)
                .forEach(device -> device.withFault(FaultPlan.of(Fault.STALL)
                        .onCommand("display saved-configuration")
                        .afterBytes(50)
                        .forConnections(1)));
        DumbSlave agent = r.createSlave("doomed", "net", null);
        r.waitOnline(agent);
        SimulatedInventory inventory = new SimulatedInventory();
        for (int i = 0; i < 6; i++) {
            inventory.with("sw-" + (i + 1), all.get(i));
        }
        WorkflowJob job = Devices.pipeline(r, "def b = " + inventory.call(LOGIN + ", agents: 'net', parallel: 3"));
        WorkflowRun run = job.scheduleBuild2(0).waitForStart();
        assertThat(all.get(3).sent().awaitLine("display saved-configuration", PATIENCE))
                .isTrue(); // three at a time: the first one is done
        r.waitOnline(r.createSlave("other", "net", null));
        agent.getChannel().callAsync(new AgentTest.Halt());
        r.assertBuildStatusSuccess(r.waitForCompletion(run));
        r.assertLogContains("The connection to the agent doomed was lost.", run);
        r.assertLogContains("6 of 6 devices backed up", run);
        assertThat(all.get(5).sent().totalConnections()).isEqualTo(1);
        assertThat(all.get(3).sent().totalConnections()).isEqualTo(2);
    }

    @Test
    void abortOfADividedBackup(JenkinsRule r) throws Exception {
        SimulatedDevice one = stalled();
        SimulatedDevice two = stalled();
        Devices.addLogin(one);
        r.waitOnline(r.createSlave("one", "net", null));
        SimulatedInventory inventory = new SimulatedInventory().with("one", one).with("two", two);
        WorkflowRun run = Devices.pipeline(r, inventory.call(LOGIN + ", agents: 'net'"))
                .scheduleBuild2(0)
                .waitForStart();
        for (SimulatedDevice device : List.of(one, two)) {
            assertThat(device.sent().awaitLine("display saved-configuration", PATIENCE))
                    .isTrue();
        }
        Computer computer = r.jenkins.getComputer("one");
        assertThat(computer.getExecutors()
                        .get(0)
                        .getCurrentExecutable()
                        .getParent()
                        .getDisplayName())
                .contains(run.getFullDisplayName(), "part 1");
        run.doStop();
        for (SimulatedDevice device : List.of(one, two)) {
            assertThat(device.sent().awaitNoConnections(ABORT_LIMIT)).isTrue();
        }
        r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(run));
        r.waitUntilNoActivity();
    }

    @Test
    void anAbortedBuildLeavesTheQueue(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        DumbSlave agent = r.createSlave("busy", "net", null);
        r.waitOnline(agent);
        agent.toComputer().setTemporaryOfflineCause(new hudson.slaves.OfflineCause.ByCLI("for a test"));
        SimulatedInventory inventory = new SimulatedInventory().with("one", device);
        WorkflowRun run = Devices.pipeline(r, inventory.call(LOGIN + ", agents: 'net'"))
                .scheduleBuild2(0)
                .waitForStart();
        r.waitForMessage("One part for the agents with the label net", run);
        assertThat(Stream.of(Queue.getInstance().getItems()).map(item -> item.task.getDisplayName()))
                .anyMatch(name -> name.contains(run.getFullDisplayName()));
        run.doStop();
        r.assertBuildStatus(Result.ABORTED, r.waitForCompletion((Run<?, ?>) run));
        assertThat(Queue.getInstance().getItems()).isEmpty();
    }

    @Test
    void aPartThatIsStoppedByHandEndsTheBackup(JenkinsRule r) throws Exception {
        SimulatedDevice device = stalled();
        Devices.addLogin(device);
        r.waitOnline(r.createSlave("one", "net", null));
        SimulatedInventory inventory = new SimulatedInventory().with("one", device);
        WorkflowRun run = Devices.pipeline(r, inventory.call(LOGIN + ", agents: 'net'"))
                .scheduleBuild2(0)
                .waitForStart();
        assertThat(device.sent().awaitLine("display saved-configuration", PATIENCE))
                .isTrue();
        r.jenkins.getComputer("one").getExecutors().get(0).interrupt(Result.ABORTED);
        assertThat(device.sent().awaitNoConnections(ABORT_LIMIT)).isTrue();
        r.assertBuildStatus(Result.FAILURE, r.waitForCompletion(run));
        r.assertLogContains("ERROR: The part of the backup on the agent one was stopped by hand.", run);
    }

    @Test
    void theTimeLimitHoldsInTheQueueToo(JenkinsRule r) throws Exception {
        Devices.addLogin(devices.huawei());
        SimulatedInventory inventory = new SimulatedInventory().with("one", devices.huawei());
        Run<?, ?> run = r.buildAndAssertStatus(
                Result.FAILURE,
                Devices.pipeline(r, inventory.call(LOGIN + ", agents: 'nobody-has-this', deadline: '2s'")));
        r.assertLogContains("1 of 1 devices could not be backed up: one.", run);
        assertThat(NetworkShellStepTest.artifact(run, "configs/report.json"))
                .contains("Not tried: the time limit of the backup is up.");
        assertThat(Queue.getInstance().getItems()).isEmpty();
    }
}
