package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import hudson.util.FormValidation;
import io.jenkins.plugins.networkshell.backup.shard.ShardOptions;
import io.jenkins.plugins.networkshell.config.NetworkShellConfiguration;
import io.jenkins.plugins.networkshell.config.SessionPolicy;
import io.jenkins.plugins.networkshell.run.SessionSlots;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.time.Duration;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;

/** What an administrator allows: where sessions run, how many at once, and how often a busy device is tried. */
@ExtendWith(SharedJenkins.class)
class SessionPolicyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    private final Devices devices = new Devices();

    private static SessionPolicy policy() {
        SessionPolicy policy = new SessionPolicy();
        policy.setBusyPause("100ms");
        NetworkShellConfiguration.get().setSessions(policy);
        return policy;
    }

    @Test
    void notOnTheController(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        policy().setAllowOnController(false);
        String agent = r.createOnlineSlave().getNodeName();
        String step = "networkShell(%s, commands: 'display clock')".formatted(Devices.at(device));
        String sentence = "Sessions may not run on the controller here";
        for (String script : new String[] {
            step, "node('built-in') { " + step + " }", "networkSession(%s) { echo 'in' }".formatted(Devices.at(device))
        }) {
            WorkflowRun run = r.buildAndAssertStatus(Result.FAILURE, Devices.pipeline(r, script));
            r.assertLogContains(sentence, run);
            r.assertLogNotContains("\tat ", run);
        }
        NetworkShellStep tried = new NetworkShellStep(device.host());
        tried.setPort(device.port());
        tried.setCredentialsId(Devices.LOGIN);
        FormValidation answer = new ConnectionTest(null).openShell(tried);
        assertThat(answer.kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(answer.getMessage()).contains(sentence);
        assertThat(device.sent().totalConnections()).isZero();
        r.buildAndAssertSuccess(Devices.pipeline(r, "node('" + agent + "') { " + step + " }"));
    }

    @Test
    void noBackupOnTheController(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        policy().setAllowOnController(false);
        SimulatedInventory inventory = new SimulatedInventory().with("core-sw1", device);
        String login = ", credentialsId: '" + Devices.LOGIN + "'";
        for (String more : new String[] {login, login + ", agents: 'built-in'"}) {
            WorkflowRun run = r.buildAndAssertStatus(Result.FAILURE, Devices.pipeline(r, inventory.call(more)));
            r.assertLogContains("Sessions may not run on the controller here", run);
            r.assertLogNotContains("\tat ", run);
        }
        assertThat(device.sent().totalConnections()).isZero();
        String agent = r.createOnlineSlave().getNodeName();
        r.buildAndAssertSuccess(Devices.pipeline(r, "node('" + agent + "') { " + inventory.call(login) + " }"));
    }

    @Test
    void aBackupWorksOnNoMoreDevicesAtOnceThanAMachineMay(JenkinsRule r) {
        policy().setMaxOnController(3);
        NetworkShellConfiguration.get().getSessions().setMaxPerAgent(5);
        ShardOptions options = new ShardOptions(50, 2, Duration.ofSeconds(5), Duration.ofHours(1), "1");
        assertThat(options.atMost(SessionSlots.get().most("")).parallel()).isEqualTo(3);
        assertThat(options.atMost(SessionSlots.get().most("agent-1")).parallel())
                .isEqualTo(5);
        assertThat(options.atMost(100).parallel()).isEqualTo(50);
        assertThat(options.atMost(null).parallel()).isEqualTo(50);
    }

    private WorkflowRun stalled(JenkinsRule r, SimulatedDevice device, String script) throws Exception {
        device.withFault(FaultPlan.of(Fault.STALL).onCommand("display version").afterBytes(50));
        WorkflowRun run = started(r, script.formatted(Devices.at(device)));
        assertThat(device.sent().awaitLine("display version", PATIENCE)).isTrue();
        return run;
    }

    private static WorkflowRun started(JenkinsRule r, String script) throws Exception {
        return Devices.pipeline(r, script).scheduleBuild2(0).waitForStart();
    }

    private static void end(JenkinsRule r, WorkflowRun run) throws Exception {
        run.doStop();
        r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(run));
    }

    @Test
    void oneSessionPerDevice(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        policy().setMaxPerDevice(1);
        String next = "networkShell(%s, commands: 'display clock')".formatted(Devices.at(device));
        for (String first : new String[] {
            "networkShell(%s, commands: 'display version')",
            "networkSession(%s) { networkShell(commands: 'display version') }"
        }) {
            device.reset();
            long before = device.sent().totalConnections();
            WorkflowRun holding = stalled(r, device, first);
            WorkflowRun waiting = started(r, next);
            r.waitForMessage("Waiting: 1 session runs for 127.0.0.1:" + device.port(), waiting);
            WorkflowRun impatient = r.buildAndAssertStatus(
                    Result.FAILURE, Devices.pipeline(r, next.replace("commands:", "sessionTimeout: '1s', commands:")));
            r.assertLogContains("Waited 1s for a session to end: 1 session may run at once", impatient);
            assertThat(device.sent().totalConnections() - before).isOne();
            device.withoutFaults();
            end(r, holding);
            r.assertBuildStatusSuccess(r.waitForCompletion(waiting));
        }
        r.buildAndAssertSuccess(Devices.pipeline(
                r, "networkSession(%s) { networkShell(commands: 'display clock') }".formatted(Devices.at(device))));
    }

    @Test
    void oneSessionOnTheControllerAndOnAnAgent(JenkinsRule r) throws Exception {
        SimulatedDevice first = devices.huawei();
        SimulatedDevice second = devices.huawei();
        Devices.addLogin(first);
        SessionPolicy policy = policy();
        policy.setMaxOnController(1);
        policy.setMaxPerAgent(1);
        String agent = r.createOnlineSlave().getNodeName();
        String other = "networkShell(%s, commands: 'display clock')".formatted(Devices.at(second));
        WorkflowRun holding = stalled(r, first, "networkShell(%s, commands: 'display version')");
        WorkflowRun waiting = started(r, other);
        r.waitForMessage("Waiting: 1 session runs for ", waiting);
        r.buildAndAssertSuccess(Devices.pipeline(r, "node('" + agent + "') { " + other + " }"));
        end(r, waiting);
        end(r, holding);
        r.buildAndAssertSuccess(Devices.pipeline(r, other));

        first.reset();
        long before = second.sent().totalConnections();
        WorkflowRun there = stalled(
                r,
                first,
                "node('" + agent + "') { parallel(one: { networkShell(%s, commands: 'display version') }, two: { "
                        + "waitUntil(quiet: true) { currentBuild.description == 'go' }\n" + other + " }) }");
        there.setDescription("go");
        r.waitForMessage("Waiting: 1 session runs for " + agent, there);
        end(r, there);
        assertThat(second.sent().totalConnections()).isEqualTo(before);
    }

    @Test
    void aBusyDeviceIsTriedAgain(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        policy();
        device.withFault(FaultPlan.of(Fault.SESSION_LIMIT).forConnections(2));
        WorkflowRun run = r.buildAndAssertSuccess(
                Devices.pipeline(r, "networkShell(%s, commands: 'display clock')".formatted(Devices.at(device))));
        r.assertLogContains("The device has no room for one more session; attempt 2 of 3 in 100ms.", run);
        r.assertLogContains("; attempt 3 of 3 in 200ms.", run);
        assertThat(device.sent().totalConnections()).isEqualTo(3);
        assertThat(device.sent().commands()).containsOnlyOnce("display clock");
    }

    @Test
    void attemptsAtABusyDeviceEnd(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        policy().setBusyAttempts(2);
        device.withFault(Fault.SESSION_LIMIT);
        WorkflowRun run = r.buildAndAssertStatus(
                Result.FAILURE,
                Devices.pipeline(r, "networkShell(%s, commands: 'display clock')".formatted(Devices.at(device))));
        r.assertLogContains("All user interfaces are used", run);
        assertThat(device.sent().totalConnections()).isEqualTo(2);
    }
}
