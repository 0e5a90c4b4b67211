package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.networkshell.backup.store.BackupRecord;
import io.jenkins.plugins.networkshell.backup.store.JobBackups;
import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.time.Duration;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** A controller that restarts in the middle of a session. */
class RestartTest {
    @RegisterExtension
    private final Devices devices = new Devices();

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @Test
    void theStepEndsWithASentence() throws Throwable {
        SimulatedDevice device = devices.huawei();
        device.withFault(FaultPlan.of(Fault.STALL).onCommand("display version").afterBytes(50));
        sessions.then(r -> {
            Devices.addLogin(device);
            WorkflowJob job =
                    Devices.pipeline(r, "networkShell(%s, commands: 'display version')".formatted(Devices.at(device)));
            job.scheduleBuild2(0).waitForStart();
            assertThat(device.sent().awaitLine("display version", Duration.ofSeconds(30)))
                    .isTrue();
        });
        sessions.then(r -> {
            WorkflowRun run =
                    r.jenkins.getItemByFullName("test0", WorkflowJob.class).getBuildByNumber(1);
            r.waitForCompletion(run);
            r.assertBuildStatus(Result.FAILURE, run);
            r.assertLogContains("Jenkins was restarted during the device session", run);
        });
    }

    @Test
    void aBlockGoesOnWithANewConnection() throws Throwable {
        SimulatedDevice device = devices.huawei();
        device.withFault(FaultPlan.of(Fault.STALL)
                .onCommand("display version")
                .afterBytes(50)
                .forConnections(1));
        sessions.then(r -> {
            Devices.addLogin(device);
            WorkflowJob job = Devices.pipeline(r, """
                    networkSession(%s) {
                      try {
                        networkShell(commands: 'display version')
                      } catch (e) {
                        echo 'lost'
                      }
                      def s = networkShell(commands: 'display version')
                      echo "then ${s.output.readLines()[0]}"
                    }
                    """.formatted(Devices.at(device)));
            job.scheduleBuild2(0).waitForStart();
            assertThat(device.sent().awaitLine("display version", Duration.ofSeconds(30)))
                    .isTrue();
        });
        sessions.then(r -> {
            WorkflowRun run =
                    r.jenkins.getItemByFullName("test0", WorkflowJob.class).getBuildByNumber(1);
            r.assertBuildStatusSuccess(r.waitForCompletion(run));
            r.assertLogContains("lost", run);
            r.assertLogContains("then Huawei Versatile Routing Platform Software", run);
            assertThat(device.sent().awaitNoConnections(Duration.ofSeconds(30))).isTrue();
            assertThat(device.sent().totalConnections()).isEqualTo(2);
        });
    }

    @Test
    void aBackupFailsAndSaysSo() throws Throwable {
        SimulatedDevice device = devices.huawei();
        device.withFault(FaultPlan.of(Fault.STALL)
                .onCommand("display saved-configuration")
                .afterBytes(50));
        sessions.then(r -> {
            Devices.addLogin(device);
            Devices.pipeline(
                            r, new SimulatedInventory().with("core-sw1", device).call())
                    .scheduleBuild2(0)
                    .waitForStart();
            assertThat(device.sent().awaitLine("display saved-configuration", Duration.ofSeconds(30)))
                    .isTrue();
        });
        assertThat(device.sent().awaitNoConnections(Duration.ofSeconds(5))).isTrue();
        device.withoutFaults();
        sessions.then(r -> {
            WorkflowJob job = r.jenkins.getItemByFullName("test0", WorkflowJob.class);
            WorkflowRun run = job.getBuildByNumber(1);
            r.assertBuildStatus(Result.FAILURE, r.waitForCompletion(run));
            r.assertLogContains("Jenkins was restarted during the device session", run);
            r.assertLogContains("1 of 1 device backed up", r.buildAndAssertSuccess(job)); // the archive is free again
        });
    }

    @Test
    void aBackupKeepsWhatItDidBefore() throws Throwable {
        SimulatedDevice bad = devices.huawei().withFault(Fault.REJECT_LOGIN);
        SimulatedDevice slow = devices.huawei();
        slow.withFault(FaultPlan.of(Fault.STALL)
                .onCommand("display saved-configuration")
                .afterBytes(50));
        sessions.then(r -> {
            Devices.addLogin(slow);
            WorkflowRun run = Devices.pipeline(
                            r,
                            new SimulatedInventory()
                                    .with("bad", bad)
                                    .with("slow", slow)
                                    .call())
                    .scheduleBuild2(0)
                    .waitForStart();
            r.waitForMessage("bad (127.0.0.1) failed: ", run);
            assertThat(slow.sent().awaitLine("display saved-configuration", Duration.ofSeconds(30)))
                    .isTrue();
        });
        sessions.then(r -> {
            WorkflowRun run =
                    r.jenkins.getItemByFullName("test0", WorkflowJob.class).getBuildByNumber(1);
            r.assertBuildStatus(Result.FAILURE, r.waitForCompletion(run));
            BackupRecord record = JobBackups.record(run).orElseThrow();
            assertThat(record.report().devices()).extracting(DeviceReport::name).containsExactly("bad");
            // In the harness, the step's thread may outlive its Jenkins, and gives a reason of its own.
            assertThat(record.breakOff().notReached()).containsExactly("slow");
        });
    }
}
