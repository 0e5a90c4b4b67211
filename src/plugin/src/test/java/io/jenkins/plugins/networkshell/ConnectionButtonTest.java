package io.jenkins.plugins.networkshell;

import static io.jenkins.plugins.networkshell.StepSamples.SECRET;
import static io.jenkins.plugins.networkshell.StepSamples.addCredentials;
import static io.jenkins.plugins.networkshell.StepSamples.builder;
import static io.jenkins.plugins.networkshell.StepSamples.least;
import static io.jenkins.plugins.networkshell.StepSamples.leastExec;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import hudson.util.Secret;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.scene.SshSettings;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import io.jenkins.plugins.networkshell.step.ConnectionStep;
import io.jenkins.plugins.networkshell.step.LoginAnswerEntry;
import java.net.URI;
import java.util.List;
import java.util.Map;
import net.sf.json.JSONObject;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.NameValuePair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;

/** The button that tries the connection. Host keys and credentials change, so each test has a Jenkins of its own. */
@ExtendWith(SharedJenkins.class)
class ConnectionButtonTest {
    @RegisterExtension
    private final Devices devices = new Devices();

    @Test
    void theOtherButtonsLogIn(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        for (ConnectionStep step :
                List.of(leastExec(), least(new NetworkGetStep("10.0.0.1")), least(new NetworkPutStep("10.0.0.1")))) {
            FreeStyleProject job = r.createFreeStyleProject();
            job.getBuildersList().add(builder(step));
            try (JenkinsRule.WebClient client = r.createWebClient()) {
                assertThat(pressed(r, client, client.getPage(job, "configure"), device))
                        .contains("Logged in. The device calls itself SSH-2.0-");
            }
        }
        try (JenkinsRule.WebClient client = r.createWebClient()) {
            WebRequest request = new WebRequest(
                    URI.create(r.getURL() + "descriptorByName/" + NetworkSessionStep.class.getName()
                                    + "/testConnection")
                            .toURL(),
                    HttpMethod.POST);
            request.setRequestParameters(List.of(new NameValuePair(
                    "json",
                    JSONObject.fromObject(Map.of(
                                    "hostKeys",
                                    "accept-new",
                                    "credentialsId",
                                    Devices.LOGIN,
                                    "host",
                                    device.host(),
                                    "port",
                                    Integer.toString(device.port())))
                            .toString())));
            assertThat(client.getPage(client.addCrumb(request)).getWebResponse().getContentAsString())
                    .contains("Logged in. The device calls itself SSH-2.0-");
        }
        assertThat(device.sent().openConnections()).isZero();
    }

    private static String pressed(JenkinsRule r, JenkinsRule.WebClient client, HtmlPage page, SimulatedDevice device)
            throws Exception {
        HtmlForm form = page.getFormByName("config");
        form.getInputByName("_.host").setValue(device.host());
        form.getInputByName("_.port").setValue(Integer.toString(device.port()));
        form.getSelectByName("_.hostKeys").setSelectedAttribute("accept-new", true);
        HtmlPage after = r.getButtonByCaption(form, "Test connection").click();
        client.waitForBackgroundJavaScript(20_000);
        return after.asNormalizedText();
    }

    /** Also one with credentials: they are not those of the step. */
    @Test
    void theButtonSendsTheAnswersAtLogin(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.device(Scene.shipped("huawei_vrp").toBuilder()
                .ssh(SshSettings.DEFAULT.withAuth("keyboard-interactive"))
                .challenge("Password: ", false, "${password}")
                .challenge("One-time code: ", false, "927461")
                .challenge("PIN: ", false, "s3cret")
                .build());
        addCredentials();
        Devices.addLogin("device", device.user(), device.password());
        LoginAnswerEntry code = new LoginAnswerEntry("code");
        code.setAnswer(Secret.fromString("927461"));
        LoginAnswerEntry pin = new LoginAnswerEntry("PIN");
        pin.setCredentialsId(SECRET);
        NetworkShellStep shell = new NetworkShellStep("");
        for (DeviceStep step : List.of(leastExec(), shell)) {
            step.setCredentialsId("device");
            step.setLoginAnswers(List.of(code, pin));
            FreeStyleProject job = r.createFreeStyleProject();
            job.getBuildersList().add(builder(leastExec())); // which has nothing to do with it
            job.getBuildersList().add(builder(step));
            try (JenkinsRule.WebClient client = r.createWebClient()) {
                HtmlPage page = client.getPage(job, "configure");
                HtmlForm form = page.getFormByName("config");
                form.getInputsByName("_.host").get(1).setValue(device.host());
                form.getInputsByName("_.port").get(1).setValue(Integer.toString(device.port()));
                form.getSelectsByName("_.hostKeys").get(1).setSelectedAttribute("accept-new", true);
                HtmlPage after = form.getElementsByTagName("button").stream()
                        .filter(button -> button.asNormalizedText().equals("Test connection"))
                        .toList()
                        .get(1)
                        .click();
                client.waitForBackgroundJavaScript(20_000);
                assertThat(after.asNormalizedText())
                        .contains(
                                step == shell
                                        ? "Connected. The platform is huawei_vrp"
                                        : "Logged in. The device calls itself SSH-2.0-");
            }
        }
    }

    /** A form has no values for the variables in the names of these artifacts, and does not need them. */
    @Test
    void theButtonWritesNoArtifacts(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        NetworkShellStep step = new NetworkShellStep(device.host());
        step.setPort(device.port());
        step.setHostKeys("accept-new");
        step.setCredentialsId(Devices.LOGIN);
        step.setRecord("recordings/${NAME}.cast");
        step.setRecordScene("scenes/${NAME}.yaml");
        step.setSshLog("logs/${NAME}.log");
        assertThat(new ConnectionTest(null).openShell(step).getMessage())
                .contains("Connected. The platform is huawei_vrp");
    }

    @Test
    void theTrialHasNotTheKeysOfTheBuild(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        NetworkExecStep step = leastExec();
        step.setCredentialsId(null);
        step.setUsername("me");
        step.setSshAgent(true);
        FreeStyleProject job = r.createFreeStyleProject();
        job.getBuildersList().add(builder(step));
        try (JenkinsRule.WebClient client = r.createWebClient()) {
            assertThat(pressed(r, client, client.getPage(job, "configure"), device))
                    .contains("only a build can try them");
        }
        step.setUsername(null);
        step.setCredentialsId(Devices.LOGIN);
        try (JenkinsRule.WebClient client = r.createWebClient()) {
            assertThat(pressed(r, client, client.getPage(job, "configure"), device))
                    .contains("Logged in. The device calls itself SSH-2.0-");
        }
    }

    @Test
    void theButtonTriesTheConnection(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        FreeStyleProject job = r.createFreeStyleProject();
        NetworkShellStep step = least();
        job.getBuildersList().add(new NetworkShellBuilder(step));
        try (JenkinsRule.WebClient client = r.createWebClient()) {
            assertThat(pressed(r, client, client.getPage(job, "configure"), device))
                    .contains("Connected. The platform is huawei_vrp, the prompt <core-sw1>.")
                    .containsPattern("Login took \\d+ ms, a round trip \\d+(\\.\\d)? ms\\. SSH server: SSH-2\\.0-")
                    .containsPattern("Host key: \\S+ SHA256:\\S+\\. Algorithms: key exchange \\S+, host key ");
        }
    }

    @Test
    void theButtonShowsWhatIsNotSsh(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        device.withFault(Fault.NOT_SSH);
        FreeStyleProject job = r.createFreeStyleProject();
        job.getBuildersList().add(new NetworkShellBuilder(least()));
        try (JenkinsRule.WebClient client = r.createWebClient()) {
            assertThat(pressed(r, client, client.getPage(job, "configure"), device))
                    .contains("HTTP/1.1 400 ");
        }
    }
}
