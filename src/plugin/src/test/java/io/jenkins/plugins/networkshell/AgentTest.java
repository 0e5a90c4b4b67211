package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.FilePath;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.Run;
import hudson.remoting.Channel;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.networkshell.simulator.DeviceOptions;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jenkins.security.MasterToSlaveCallable;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.InboundAgentExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Sessions on agents, each a process of its own. */
@WithJenkins
class AgentTest {
    private static final Duration ABORT_LIMIT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    private final Devices devices = new Devices();

    @RegisterExtension
    private final InboundAgentExtension inbound = new InboundAgentExtension();

    @Test
    void pipelineOnAnAgent(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        DumbSlave agent = r.createOnlineSlave();
        String script = """
                node('%s') {
                  def r = networkShell(%s, commands: ['display version', 'display saved-configuration'])
                  echo "platform=${r.platform} n=${r.results.size()} ${r.results[0].output.readLines()[0]}"
                }
                """.formatted(agent.getNodeName(), Devices.at(device));
        WorkflowJob job = Devices.pipeline(r, script);
        WorkflowRun run = r.buildAndAssertSuccess(job);
        r.assertLogContains("platform=huawei_vrp n=2 Huawei Versatile Routing Platform Software", run);
        assertThat(NetworkShellStepTest.artifact(run, "configs/127.0.0.1-" + device.port() + ".cfg"))
                .endsWith("return\n");
        List<String> log = run.getLog(500);
        assertThat(log.indexOf("<core-sw1> display version"))
                .isPositive()
                .isLessThan(log.indexOf("Huawei Versatile Routing Platform Software"));
        FilePath workspaces = agent.getWorkspaceFor(job).getParent();
        assertThat(workspaces.list("**/*.cfg")).isEmpty();
        assertThat(workspaces.list("**/transcript.txt")).isEmpty();
    }

    @Test
    void freestyleOnAnAgent(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        FreeStyleProject job = r.createFreeStyleProject();
        job.setAssignedNode(r.createOnlineSlave());
        job.addProperty(new hudson.model.ParametersDefinitionProperty(
                new hudson.model.StringParameterDefinition("DEVICE", device.host())));
        NetworkShellStep step = new NetworkShellStep("${DEVICE}");
        step.setPort(device.port());
        step.setCredentialsId(Devices.LOGIN);
        step.setHostKeys("accept-new");
        step.setCommands(List.of(new CommandEntry("display clock\ndisplay saved-configuration")));
        job.getBuildersList().add(new NetworkShellBuilder(step));
        FreeStyleBuild build = r.buildAndAssertSuccess(job);
        r.assertLogContains("Huawei VRP (huawei_vrp), prompt <core-sw1>", build);
        assertThat(NetworkShellStepTest.artifact(build, "configs/127.0.0.1-" + device.port() + ".cfg"))
                .endsWith("return\n");
    }

    @Test
    void abortOnTheController(JenkinsRule r) throws Exception {
        abort(r, "networkShell(%s, commands: 'display version')");
    }

    @Test
    void abortOnAnAgent(JenkinsRule r) throws Exception {
        abort(
                r,
                "node('" + r.createOnlineSlave().getNodeName()
                        + "') { networkShell(%s, commands: 'display version') }");
    }

    private void abort(JenkinsRule r, String script) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        device.withFault(FaultPlan.of(Fault.STALL).onCommand("display version").afterBytes(50));
        WorkflowRun run = Devices.pipeline(r, script.formatted(Devices.at(device)))
                .scheduleBuild2(0)
                .waitForStart();
        assertThat(device.sent().awaitLine("display version", PATIENCE)).isTrue();
        run.doStop();
        assertThat(device.sent().awaitNoConnections(ABORT_LIMIT)).isTrue();
        r.waitForCompletion(run);
        r.assertBuildStatus(Result.ABORTED, run);
        assertThat(run.getLog(500))
                .filteredOn("The device session was aborted."::equals)
                .hasSize(1);
        r.assertLogNotContains("Exception", run);
        r.assertLogNotContains("\tat ", run);
    }

    @Test
    void theTimeoutStepStopsTheSession(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        device.withFault(FaultPlan.of(Fault.STALL).onCommand("display version").afterBytes(50));
        Run<?, ?> run = Devices.pipeline(
                        r,
                        "timeout(time: 3, unit: 'SECONDS') { networkShell(%s, commands: 'display version') }"
                                .formatted(Devices.at(device)))
                .scheduleBuild2(0)
                .get();
        r.assertBuildStatus(Result.ABORTED, run);
        assertThat(device.sent().awaitNoConnections(ABORT_LIMIT)).isTrue();
    }

    @Test
    void abortOfAFreestyleBuild(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        device.withFault(FaultPlan.of(Fault.STALL).onCommand("display version").afterBytes(50));
        FreeStyleProject job = r.createFreeStyleProject();
        NetworkShellStep step = new NetworkShellStep(device.host());
        step.setPort(device.port());
        step.setCredentialsId(Devices.LOGIN);
        step.setHostKeys("accept-new");
        step.setCommands(List.of(new CommandEntry("display version")));
        job.getBuildersList().add(new NetworkShellBuilder(step));
        FreeStyleBuild build = job.scheduleBuild2(0).waitForStart();
        assertThat(device.sent().awaitLine("display version", PATIENCE)).isTrue();
        build.doStop();
        assertThat(device.sent().awaitNoConnections(ABORT_LIMIT)).isTrue();
        r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(build));
    }

    @Test
    void aKilledAgentEndsTheStepWithASentence(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        device.withFault(FaultPlan.of(Fault.STALL).onCommand("display version").afterBytes(50));
        DumbSlave agent = r.createOnlineSlave();
        WorkflowRun run = Devices.pipeline(
                        r,
                        "node('%s') { networkShell(%s, commands: 'display version') }"
                                .formatted(agent.getNodeName(), Devices.at(device)))
                .scheduleBuild2(0)
                .waitForStart();
        assertThat(device.sent().awaitLine("display version", PATIENCE)).isTrue();
        agent.getChannel().callAsync(new Halt());
        r.waitForCompletion(run);
        r.assertBuildStatus(Result.FAILURE, run);
        r.assertLogContains(
                "The connection to the agent " + agent.getNodeName() + " was lost while it talked to 127.0.0.1.", run);
        r.assertLogNotContains("\tat ", run);
    }

    /** What a WebSocket tells of its end is nothing that Pipeline can store; the step retry asks for it all the same. */
    @Test
    void soDoesOneBehindAWebSocket(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        device.withFault(FaultPlan.of(Fault.STALL).onCommand("display version").afterBytes(50));
        String agent = inbound.createAgent(
                        r,
                        InboundAgentExtension.Options.newBuilder()
                                .name("behind")
                                .webSocket()
                                .build())
                .getNodeName();
        WorkflowRun run = Devices.pipeline(
                        r,
                        "node('%s') { networkShell(%s, commands: 'display version') }"
                                .formatted(agent, Devices.at(device)))
                .scheduleBuild2(0)
                .waitForStart();
        assertThat(device.sent().awaitLine("display version", PATIENCE)).isTrue();
        inbound.stop(r, agent);
        r.assertBuildStatus(Result.FAILURE, r.waitForCompletion(run));
        r.assertLogContains("The connection to the agent behind was lost while it talked to 127.0.0.1.", run);
        r.assertLogNotContains("\tat ", run);
        assertThat(Channel.isClosedChannelException(run.getExecution().getCauseOfFailure()))
                .isTrue();
    }

    @Test
    void anAgentThatLostItsControllerEndsTheSession(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        device.withFault(FaultPlan.of(Fault.STALL).onCommand("display version").afterBytes(50));
        var agent = (DumbSlave) inbound.createAgent(r, "inbound");
        WorkflowRun run = Devices.pipeline(
                        r,
                        "node('inbound') { networkShell(%s, commands: 'display version') }"
                                .formatted(Devices.at(device)))
                .scheduleBuild2(0)
                .waitForStart();
        assertThat(device.sent().awaitLine("display version", PATIENCE)).isTrue();
        ((hudson.remoting.Channel) agent.getChannel()).close();
        assertThat(device.sent().awaitNoConnections(Duration.ofSeconds(5))).isTrue();
        assertThat(inbound.isAlive("inbound")).isTrue();
        r.assertBuildStatus(Result.FAILURE, r.waitForCompletion(run));
    }

    @Test
    void twentyBranchesOnTwoAgentsKeepTheirOutputApart(JenkinsRule r) throws Exception {
        int count = 20;
        List<SimulatedDevice> all = devices.simulator().addAcrossAddresses(Scene.shipped("huawei_vrp"), count, 0);
        Devices.addLogin(all.get(0));
        r.createSlave("one", "net", null).setNumExecutors(10);
        r.createSlave("two", "net", null).setNumExecutors(10);
        List<String> branches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            branches.add("""
                    b%d: { node('net') {
                      def r = networkShell(%s, commands: ['display saved-configuration', 'display version'])
                      echo "b%d ${r.prompt} ${r.results[0].output.contains('sysname ' + r.prompt[1..-2])}"
                    } }""".formatted(i + 1, Devices.at(all.get(i)), i + 1));
        }
        WorkflowRun run =
                r.buildAndAssertSuccess(Devices.pipeline(r, "parallel(" + String.join(",\n", branches) + ")"));
        for (int i = 1; i <= count; i++) {
            String name = "HUAWEI-" + i;
            r.assertLogContains("b" + i + " <" + name + "> true", run);
            String host = all.get(i - 1).host();
            assertThat(NetworkShellStepTest.artifact(
                            run, "configs/" + host + "-" + all.get(i - 1).port() + ".cfg"))
                    .contains("sysname " + name + "\n");
            String prefix = "[" + host + ":" + all.get(i - 1).port() + "] ";
            List<String> own = run.getLog(100_000).stream()
                    .filter(line -> line.startsWith(prefix))
                    .map(line -> line.substring(prefix.length()))
                    .toList();
            assertThat(own).containsOnlyOnce("<" + name + "> display version", "sysname " + name);
            assertThat(own).filteredOn(line -> line.startsWith("sysname ")).hasSize(1);
        }
    }

    @Test
    void aHostNameCanNotLeaveTheArtifacts(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.simulator()
                .add(Scene.shipped("huawei_vrp"), DeviceOptions.defaults().withAddress("127.0.0.1"));
        Devices.addLogin(device);
        WorkflowRun run = r.buildAndAssertStatus(
                Result.FAILURE,
                Devices.pipeline(
                        r,
                        "networkShell(%s, commands: 'display saved-configuration')"
                                .formatted(Devices.at(device).replace("'127.0.0.1'", "'../../127.0.0.1'"))));
        assertThat(run.getArtifactManager().root().list()).isEmpty();
    }

    /** As when the machine loses its power. */
    static final class Halt extends MasterToSlaveCallable<Void, RuntimeException> {
        private static final long serialVersionUID = 1L;

        @Override
        public Void call() {
            Runtime.getRuntime().halt(1);
            return null;
        }
    }
}
