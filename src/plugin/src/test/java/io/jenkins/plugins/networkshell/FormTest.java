package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import java.util.List;
import java.util.Map;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.workflow.cps.SnippetizerTester;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The forms of step and build step, and what the snippet generator makes of them. */
@WithJenkins
class FormTest {
    @RegisterExtension
    private final Devices devices = new Devices();

    private static NetworkShellStep full() {
        NetworkShellStep step = new NetworkShellStep("10.0.0.1");
        step.setPort(2222);
        step.setCredentialsId(Devices.LOGIN);
        step.setPlatform("huawei_vrp");
        CommandEntry save = new CommandEntry("save");
        save.setTimeout("2m");
        save.setExpectFailure(true);
        save.setAnswers(List.of(new AnswerEntry("\\[Y/N\\]", "Y")));
        step.setCommands(List.of(new CommandEntry("display version"), save));
        step.setArchive("configs/core.cfg");
        step.setFailOnError(false);
        step.setQuiet(true);
        step.setHostKeys("accept-new");
        step.setEnableCredentialsId(Devices.LOGIN);
        step.setMode("privileged");
        step.setAnswers(List.of(new AnswerEntry("Continue", "N")));
        step.setEncoding("GB18030");
        step.setConnectTimeout("5s");
        step.setSilenceTimeout("20s");
        step.setCommandTimeout("3m");
        step.setSessionTimeout("30m");
        step.setAlgorithms("legacy");
        step.setJump("me@bastion:2200");
        step.setJumpCredentialsId(Devices.LOGIN);
        return step;
    }

    private static NetworkShellStep least() {
        NetworkShellStep step = new NetworkShellStep("10.0.0.1");
        step.setCredentialsId(Devices.LOGIN);
        step.setCommands(List.of(new CommandEntry("display version")));
        return step;
    }

    @Test
    void theStepSurvivesItsForm(JenkinsRule r) throws Exception {
        Devices.addLogin(Devices.LOGIN, "me", "S3cret-of-me");
        for (NetworkShellStep before : List.of(full(), least())) {
            NetworkShellStep after = new StepConfigTester(r).configRoundTrip(before);
            assertThat(arguments(after)).isEqualTo(arguments(before));
        }
    }

    @Test
    void theBuildStepSurvivesItsForm(JenkinsRule r) throws Exception {
        Devices.addLogin(Devices.LOGIN, "me", "S3cret-of-me");
        for (NetworkShellStep before : List.of(full(), least())) {
            FreeStyleProject job = r.createFreeStyleProject();
            job.getBuildersList().add(new NetworkShellBuilder(before));
            r.configRoundtrip(job);
            NetworkShellBuilder after = job.getBuildersList().get(NetworkShellBuilder.class);
            assertThat(arguments(after.getStep())).isEqualTo(arguments(before));
        }
    }

    private static Map<String, Object> arguments(NetworkShellStep step) {
        return DescribableModel.uninstantiate2_(step).toMap();
    }

    @Test
    void snippetsAreShort(JenkinsRule r) throws Exception {
        SnippetizerTester tester = new SnippetizerTester(r);
        tester.assertRoundTrip(
                least(), "networkShell commands: ['display version'], credentialsId: 'net-backup', host: '10.0.0.1'");
        NetworkShellStep step = least();
        step.setArchive("false");
        CommandEntry save = new CommandEntry("save");
        save.setTimeout("2m");
        step.setCommands(List.of(new CommandEntry("display version"), save));
        save.setAnswers(List.of(new AnswerEntry("Y/N", "Y")));
        tester.assertRoundTrip(
                step,
                "networkShell archive: false, commands: ['display version',"
                        + " [answers: ['Y/N': 'Y'], command: 'save', timeout: '2m']],"
                        + " credentialsId: 'net-backup', host: '10.0.0.1'");
    }

    @Test
    void theButtonTriesTheConnection(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        FreeStyleProject job = r.createFreeStyleProject();
        NetworkShellStep step = least();
        job.getBuildersList().add(new NetworkShellBuilder(step));
        try (JenkinsRule.WebClient client = r.createWebClient()) {
            HtmlPage page = client.getPage(job, "configure");
            HtmlForm form = page.getFormByName("config");
            form.getInputByName("_.host").setValue(device.host());
            form.getInputByName("_.port").setValue(Integer.toString(device.port()));
            form.getSelectByName("_.hostKeys").setSelectedAttribute("accept-new", true);
            HtmlPage after = r.getButtonByCaption(form, "Test connection").click();
            client.waitForBackgroundJavaScript(20_000);
            assertThat(after.asNormalizedText())
                    .contains("Connected. The platform is huawei_vrp, the prompt <core-sw1>.");
        }
    }
}
