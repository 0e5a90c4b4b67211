package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.Run;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.networkshell.backup.store.BackupRecord;
import io.jenkins.plugins.networkshell.backup.store.BreakOff;
import io.jenkins.plugins.networkshell.backup.store.BuildSummary;
import io.jenkins.plugins.networkshell.backup.store.DeviceState;
import io.jenkins.plugins.networkshell.backup.store.JobBackups;
import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.time.Duration;
import java.util.List;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;

/** What is left of a backup that does not come to its end. */
@ExtendWith(SharedJenkins.class)
class BackupBreakOffTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SECRET = "$1a$Tz4;Q/w1rB$kE0nvJ2YpW5hQx8sLd3fGm6uC9aRb7oN1iVtZyHe$";

    @RegisterExtension
    private final Devices devices = new Devices();

    private static void stall(SimulatedDevice device) {
        device.withFault(FaultPlan.of(Fault.STALL)
                .onCommand("display saved-configuration")
                .afterBytes(50));
    }

    private static BackupRecord record(Run<?, ?> run) throws Exception {
        return JobBackups.record(run).orElseThrow();
    }

    @Test
    void anAbortedBuildKeepsWhatItCaptured(JenkinsRule r) throws Exception {
        SimulatedDevice slow = devices.huawei();
        SimulatedDevice other = devices.device(SimulatedInventory.switchWith("100", SECRET));
        Devices.addLogin(slow);
        SimulatedInventory inventory =
                new SimulatedInventory().with("good", other).with("slow", slow);
        WorkflowJob job = Devices.pipeline(r, inventory.call());
        r.buildAndAssertSuccess(job);

        stall(slow);
        inventory.with("good", devices.device(SimulatedInventory.switchWith("100 300", SECRET)));
        job.setDefinition(new CpsFlowDefinition(inventory.call(), true));
        WorkflowRun run = job.scheduleBuild2(0).waitForStart();
        r.waitForMessage("good: changed (+1 -1)", run);
        run.doStop();
        r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(run));

        r.assertLogContains("The backup was broken off before this device was reached: slow.", run);
        r.assertLogNotContains("\tat ", run);
        assertThat(record(run).report().devices())
                .extracting(DeviceReport::name)
                .containsExactly("good");
        assertThat(record(run).notReached()).containsExactly("slow");
        assertThat(NetworkShellStepTest.artifact(run, "configs/good.cfg")).contains("vlan batch 100 300\n");
        assertThat(NetworkShellStepTest.artifact(run, "configs/report.json"))
                .contains("not_tried", "Not reached: The build was stopped.");

        JobBackups backups = JobBackups.of(job);
        assertThat(backups.devices())
                .as("the history blames no device that was not reached")
                .allMatch(DeviceState::ok)
                .extracting(device -> device.good().build())
                .containsExactly(2, 1);
        BuildSummary summary = backups.builds().get(1);
        assertThat(List.of(summary.devices(), summary.changed(), summary.failed(), summary.notReached()))
                .containsExactly(1, 1, 0, 1);

        String page = r.createWebClient()
                .goTo(run.getUrl() + "network-backup/")
                .getElementById("main-panel")
                .getTextContent();
        assertThat(page).contains("The build was stopped.", "One device was not reached", "slow", "good");
        JSONObject api = JSONObject.fromObject(r.createWebClient()
                .goTo(run.getUrl() + "network-backup/api/json", "application/json")
                .getWebResponse()
                .getContentAsString());
        assertThat(api.getString("brokenOff")).isEqualTo("The build was stopped.");
        assertThat(api.getJSONArray("notReached").toArray()).containsExactly("slow");
        assertThat(api.getInt("deviceCount")).isEqualTo(1);

        slow.withoutFaults();
        job.setDefinition(
                new CpsFlowDefinition("def b = " + inventory.call() + "\necho \"back=${b.recovered}\"", true));
        r.assertLogContains("back=[]", r.buildAndAssertSuccess(job));
    }

    @Test
    void anAbortedFreestyleBuildDoesSo(JenkinsRule r) throws Exception {
        SimulatedDevice slow = devices.huawei();
        Devices.addLogin(slow);
        stall(slow);
        FreeStyleProject job = r.createFreeStyleProject();
        NetworkBackupStep step = new NetworkBackupStep();
        step.setInventoryText(new SimulatedInventory()
                .with("good", devices.huawei())
                .with("slow", slow)
                .text());
        step.setCredentialsId(Devices.LOGIN);
        step.setHostKeys("accept-new");
        step.setParallel(1); // the good one is done when the other one begins
        job.getBuildersList().add(new NetworkBackupBuilder(step));
        FreeStyleBuild build = job.scheduleBuild2(0).waitForStart();
        assertThat(slow.sent().awaitLine("display saved-configuration", PATIENCE))
                .isTrue();
        build.doStop();
        r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(build));
        // The controller asks about once a second; what was finished since then is fetched at the stop.
        assertThat(record(build).notReached()).containsExactly("slow");
        assertThat(record(build).report().devices())
                .extracting(DeviceReport::name)
                .containsExactly("good");
        assertThat(JobBackups.of(job).devices()).extracting(DeviceState::name).containsExactly("good");
    }

    /** Jenkins was killed during its backup, which such a build does not survive. */
    @Test
    void theNextBackupOfAJobGivesAFreestyleBuildItsPage(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        FreeStyleProject job = r.createFreeStyleProject();
        FreeStyleBuild killed = r.buildAndAssertSuccess(job);
        JobBackups.of(job).journal(killed, List.of("good", "slow")).close();

        NetworkBackupStep step = new NetworkBackupStep();
        step.setInventoryText(new SimulatedInventory().with("good", device).text());
        step.setHostKeys("accept-new");
        step.setCredentialsId(Devices.LOGIN);
        job.getBuildersList().add(new NetworkBackupBuilder(step));
        r.buildAndAssertSuccess(job);

        assertThat(record(killed).breakOff())
                .isEqualTo(new BreakOff("Jenkins was restarted during the backup.", List.of("good", "slow")));
    }

    @Test
    void aLostAgentLeavesWhatItBrought(JenkinsRule r) throws Exception {
        SimulatedDevice slow = devices.huawei();
        Devices.addLogin(slow);
        stall(slow);
        DumbSlave agent = r.createOnlineSlave();
        SimulatedInventory inventory =
                new SimulatedInventory().with("bad", badLogin()).with("slow", slow);
        WorkflowJob job = Devices.pipeline(r, "node('" + agent.getNodeName() + "') { " + inventory.call() + " }");
        WorkflowRun run = job.scheduleBuild2(0).waitForStart();
        r.waitForMessage("bad (127.0.0.1) failed: ", run);
        assertThat(slow.sent().awaitLine("display saved-configuration", PATIENCE))
                .isTrue();
        agent.getChannel().callAsync(new AgentTest.Halt());
        r.assertBuildStatus(Result.FAILURE, r.waitForCompletion(run));
        assertThat(record(run).report().failed()).isEqualTo(1);
        assertThat(record(run).breakOff().why())
                .startsWith("The connection to the agent " + agent.getNodeName() + " was lost");
        assertThat(record(run).notReached()).containsExactly("slow");
    }

    private SimulatedDevice badLogin() {
        return devices.huawei().withFault(Fault.REJECT_LOGIN);
    }

    @Test
    void afterThreeLostAgentsADeviceIsGivenUp(JenkinsRule r) throws Exception {
        SimulatedDevice slow = devices.huawei();
        Devices.addLogin(slow);
        stall(slow);
        SimulatedInventory inventory =
                new SimulatedInventory().with("bad", badLogin()).with("slow", slow);
        WorkflowJob job =
                Devices.pipeline(r, inventory.call(", credentialsId: '" + Devices.LOGIN + "', agents: 'net'"));
        WorkflowRun run = job.scheduleBuild2(0).waitForStart();
        for (int i = 1; i <= 3; i++) {
            DumbSlave agent = r.createSlave("doomed-" + i, "net", null);
            r.waitOnline(agent);
            assertThat(slow.sent().awaitConnections(i, PATIENCE)).isTrue();
            r.waitForMessage("bad (127.0.0.1) failed: ", run); // its result is not asked for again
            agent.getChannel().callAsync(new AgentTest.Halt());
            r.waitForMessage("The connection to the agent doomed-" + i + " was lost.", run);
        }
        r.assertBuildStatus(Result.FAILURE, r.waitForCompletion(run));
        r.assertLogContains("slow (127.0.0.1) failed: Not captured: 3 agents were lost one after the other.", run);
        assertThat(record(run).breakOff()).isNull();
        assertThat(record(run).report().devices())
                .extracting(device -> device.failure().kind())
                .containsExactly("authentication_failed", "connection_lost");
    }
}
