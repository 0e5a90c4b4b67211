package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.BooleanParameterDefinition;
import hudson.model.BooleanParameterValue;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.ParametersAction;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Result;
import hudson.model.StringParameterDefinition;
import hudson.model.StringParameterValue;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.platform.SecretRedactor;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;

/** One build records the device, and the same pipeline then runs against the recorded one. */
@ExtendWith(SharedJenkins.class)
class RecordedSceneTest {
    private static final Path PAGE = Path.of("../../docs/pipeline-authors.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("(?s)## Test your Jenkinsfile against the recorded device\n.*?```groovy\n(.*?)```");
    private static final String SCENE = "scenes/127.0.0.1.yaml";
    private static final String ENABLE = "Enable456";
    private static final PlatformCatalog CATALOG = PlatformCatalog.builtIn();

    @RegisterExtension
    private final Devices devices = new Devices();

    private static String example() throws IOException {
        Matcher found = EXAMPLE.matcher(Files.readString(PAGE));
        assertThat(found.find()).as("the page has the example").isTrue();
        return found.group(1);
    }

    private static WorkflowJob job(JenkinsRule r) throws Exception {
        WorkflowJob job = Devices.pipeline(r, example());
        job.addProperty(new ParametersDefinitionProperty(
                new StringParameterDefinition("HOST"),
                new StringParameterDefinition("PORT"),
                new StringParameterDefinition("LOGIN"),
                new StringParameterDefinition("ENABLE"),
                new BooleanParameterDefinition("RECORD", false, null)));
        return job;
    }

    private static WorkflowRun build(
            JenkinsRule r, WorkflowJob job, SimulatedDevice device, String login, String enable, boolean record)
            throws Exception {
        return r.assertBuildStatusSuccess(job.scheduleBuild2(
                0,
                new ParametersAction(
                        new StringParameterValue("HOST", device.host()),
                        new StringParameterValue("PORT", String.valueOf(device.port())),
                        new StringParameterValue("LOGIN", login),
                        new StringParameterValue("ENABLE", enable),
                        new BooleanParameterValue("RECORD", record))));
    }

    private static String configuration(WorkflowRun run, SimulatedDevice device) throws Exception {
        return NetworkShellStepTest.artifact(run, "configs/127.0.0.1-" + device.port() + ".cfg");
    }

    private static String redacted(String platform, String configuration) {
        SecretRedactor.Lines lines =
                SecretRedactor.of(CATALOG.find(platform).orElseThrow()).lines();
        return configuration.lines().map(line -> lines.redact(line) + "\n").collect(Collectors.joining());
    }

    /** The example of the page, with two builds. */
    @Test
    void theSamePipelineOnTheRecordedDevice(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.cisco();
        Devices.addLogin(device);
        Devices.addLogin("enable", "any", ENABLE);
        WorkflowJob job = job(r);

        WorkflowRun first = build(r, job, device, Devices.LOGIN, "enable", true);
        String scene = NetworkShellStepTest.artifact(first, SCENE);
        assertThat(scene)
                .startsWith("# A recorded session")
                .contains("name: \"127.0.0.1\"")
                .contains("snmp-server community ****", "enable secret 5 ****")
                .doesNotContain(device.password(), ENABLE, "s3cr3t", "0th3rs3cr3t", "0822455D0A16", "$1$mERr$");
        r.assertLogContains("Archived " + SCENE, first);

        SimulatedDevice recorded = devices.device(Scene.parse(scene, SCENE));
        assertThat(recorded.user()).isEqualTo(device.user());
        Devices.addLogin("recorded", recorded.user(), recorded.password());
        WorkflowRun second = build(r, job, recorded, "recorded", "recorded", false);
        r.assertLogContains("(cisco_ios)", second);
        String captured = configuration(first, device);
        assertThat(captured).contains("s3cr3t", "\nend\n");
        assertThat(configuration(second, recorded)).isEqualTo(redacted("cisco_ios", captured));
        assertThat(second.getArtifactManager().root().child("scenes").exists()).isFalse();
    }

    /** A remembered platform is not asked for: its scene would lack what a first session asks. */
    @Test
    void aRememberedPlatformIsRecognisedAgain(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.device(Scene.shipped("arista_eos"));
        Devices.addLogin(device);
        String script = "networkShell(%s, commands: 'show version', recordScene: %s)";
        r.buildAndAssertSuccess(Devices.pipeline(r, script.formatted(Devices.at(device), false)));
        WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(r, script.formatted(Devices.at(device), true)));

        SimulatedDevice recorded = devices.device(Scene.parse(NetworkShellStepTest.artifact(run, SCENE), SCENE));
        Devices.addLogin("recorded", recorded.user(), recorded.password());
        r.assertLogContains(
                "(arista_eos)",
                r.buildAndAssertSuccess(Devices.pipeline(
                        r, script.formatted(Devices.at(recorded).replace(Devices.LOGIN, "recorded"), false))));
    }

    /** On an agent, inside a block, under a name of one's own; the cast beside it. */
    @Test
    void inABlockOnAnAgent(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        String agent = r.createOnlineSlave().getNodeName();
        WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(r, """
                node('%s') {
                  networkSession(%s) {
                    networkShell(platform: 'huawei_vrp', commands: 'display saved-configuration',
                                 record: true, recordScene: 'lab/core.yaml')
                  }
                }
                """.formatted(agent, Devices.at(device))));
        assertThat(NetworkShellStepTest.artifact(run, "recordings/127.0.0.1.cast"))
                .contains("sysname core-sw1");
        String scene = NetworkShellStepTest.artifact(run, "lab/core.yaml");
        assertThat(scene)
                .contains("name: \"core\"", "irreversible-cipher ****")
                .doesNotContain(device.password(), "kE0nvJ2YpW5hQx8sLd3fGm6uC9aRb7oN1iVtZyHe");
        assertThat(Scene.parse(scene, "core.yaml").name()).isEqualTo("core");
    }

    /** The build step of freestyle jobs; a session that fails leaves what was recorded up to then. */
    @Test
    void inAFreestyleJob(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        NetworkShellStep step = new NetworkShellStep(device.host());
        step.setPort(device.port());
        step.setCredentialsId(Devices.LOGIN);
        step.setHostKeys("accept-new");
        step.setPlatform("huawei_vrp");
        step.setCommands(List.of(new CommandEntry("display nonsense")));
        step.setRecordScene("true");
        FreeStyleProject job = r.createFreeStyleProject();
        job.getBuildersList().add(new NetworkShellBuilder(step));
        FreeStyleBuild build = r.buildAndAssertStatus(Result.FAILURE, job);
        assertThat(NetworkShellStepTest.artifact(build, SCENE)).contains("display nonsense", "Unrecognized command");
    }
}
