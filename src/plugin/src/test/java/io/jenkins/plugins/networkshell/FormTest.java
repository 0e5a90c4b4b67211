package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.tasks.Builder;
import hudson.util.FormValidation;
import hudson.util.Secret;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.scene.SshSettings;
import io.jenkins.plugins.networkshell.step.ConnectionStep;
import io.jenkins.plugins.networkshell.step.LoginAnswerEntry;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.json.JSONObject;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.NameValuePair;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.jenkinsci.plugins.workflow.cps.SnippetizerTester;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The forms of step and build step, and what the snippet generator makes of them. */
@WithJenkins
class FormTest {
    private static final String SECRET = "a-secret";

    @RegisterExtension
    private final Devices devices = new Devices();

    /** The build steps of freestyle jobs do the same and have the same titles. */
    @Test
    void pipelineSyntaxHasEachTitleOnce(JenkinsRule r) {
        List<String> titles = new Snippetizer()
                .getQuasiDescriptors(false).stream()
                        .map(one -> one.real.getDisplayName())
                        .toList();
        for (Class<?> step : List.of(
                NetworkShellStep.class,
                NetworkExecStep.class,
                NetworkGetStep.class,
                NetworkPutStep.class,
                NetworkSessionStep.class)) {
            String title = StepDescriptor.all().stream()
                    .filter(descriptor -> descriptor.clazz == step)
                    .findFirst()
                    .orElseThrow()
                    .getDisplayName();
            assertThat(titles).filteredOn(title::equals).hasSize(1);
        }
    }

    @Test
    void variablesCannotBeTried(JenkinsRule r) throws Exception {
        NetworkExecStep step = new NetworkExecStep("${DEVICE}");
        step.setUsername("$OPERATOR");
        FormValidation answer = new ConnectionTest(null).connect(step);
        assertThat(answer.kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(answer.getMessage()).contains("with a variable in host, username:");
    }

    /** Everything of the connection. */
    private static <S extends ConnectionStep> S connected(S step) {
        step.setPort(2222);
        step.setCredentialsId(Devices.LOGIN);
        step.setUsername("operator");
        step.setHostKeys("accept-new");
        step.setConnectTimeout("5s");
        step.setLoginTimeout("15s");
        step.setSilenceTimeout("20s");
        step.setSessionTimeout("30m");
        step.setJump("me@bastion:2200");
        step.setJumpCredentialsId(Devices.LOGIN);
        step.setProxy("socks5://proxy:1080");
        step.setProxyCredentialsId(Devices.LOGIN);
        step.setAlgorithms("legacy");
        step.setKeyExchanges("curve25519-sha256");
        step.setHostKeyAlgorithms("ssh-ed25519,rsa-sha2-512");
        step.setCiphers("aes256-ctr");
        step.setMacs("hmac-sha2-256");
        step.setKeepAlive("30s");
        step.setCertificate("ssh-ed25519-cert-v01@openssh.com AAAA me");
        step.setSshLog("true");
        LoginAnswerEntry code = new LoginAnswerEntry("code");
        code.setAnswer(Secret.fromString("123456"));
        LoginAnswerEntry second = new LoginAnswerEntry("second password");
        second.setCredentialsId(SECRET);
        step.setLoginAnswers(List.of(code, second));
        step.setCompression(true);
        step.setConnectAttempts(3);
        step.setSshAgent(true);
        step.setLookForKeys(true);
        step.setNoPassword(true);
        return step;
    }

    private static <S extends DeviceStep> S quiet(S step) {
        step.setFailOnError(false);
        step.setQuiet(true);
        return connected(step);
    }

    private static NetworkShellStep full() {
        NetworkShellStep step = quiet(new NetworkShellStep("10.0.0.1"));
        step.setPlatform("huawei_vrp");
        CommandEntry save = new CommandEntry("save");
        save.setTimeout("2m");
        save.setExpectFailure(true);
        save.setAnswers(List.of(new AnswerEntry("\\[Y/N\\]", "Y")));
        step.setCommands(List.of(new CommandEntry("display version"), save));
        step.setArchive("configs/core.cfg");
        step.setRecord("recordings/core.cast");
        step.setEnableCredentialsId(SECRET);
        step.setMode("privileged");
        step.setAnswers(List.of(new AnswerEntry("Continue", "N")));
        step.setEncoding("GB18030");
        step.setCommandTimeout("3m");
        return step;
    }

    private static NetworkExecStep fullExec() {
        NetworkExecStep step = quiet(leastExec());
        step.setPty(true);
        step.setEnvironment(List.of(new VariableEntry("LANG", "C"), new VariableEntry("EMPTY", "")));
        step.setStdin("two\nlines");
        step.setTimeout("4m");
        step.setSudoCredentialsId(SECRET);
        step.setEncoding("GB18030");
        return step;
    }

    private static NetworkExecStep leastExec() {
        NetworkExecStep step = new NetworkExecStep("10.0.0.1");
        step.setCredentialsId(Devices.LOGIN);
        step.setCommand("uname -a");
        return step;
    }

    private static <S extends TransferStep> S fullTransfer(S step) {
        least(quiet(step));
        step.setFrom("one\nconf/*.cfg");
        step.setRecursive(true);
        step.setPreserve(true);
        step.setResume(true);
        step.setAtomic(false);
        step.setChecksum("required");
        step.setProtocol("scp");
        return step;
    }

    private static <S extends TransferStep> S least(S step) {
        step.setCredentialsId(Devices.LOGIN);
        step.setFrom("a.cfg");
        step.setTo("folder/");
        return step;
    }

    private static List<ConnectionStep> all() {
        NetworkSessionStep session = new NetworkSessionStep("10.0.0.1");
        session.setCredentialsId(Devices.LOGIN);
        return List.of(
                full(),
                least(),
                fullExec(),
                leastExec(),
                fullTransfer(new NetworkGetStep("10.0.0.1")),
                least(new NetworkGetStep("10.0.0.1")),
                fullTransfer(new NetworkPutStep("10.0.0.1")),
                least(new NetworkPutStep("10.0.0.1")),
                connected(new NetworkSessionStep("10.0.0.1")),
                session);
    }

    private static void addCredentials() throws Exception {
        Devices.addLogin(Devices.LOGIN, "me", "S3cret-of-me");
        var provider = SystemCredentialsProvider.getInstance();
        provider.getCredentials()
                .add(new StringCredentialsImpl(CredentialsScope.GLOBAL, SECRET, null, Secret.fromString("s3cret")));
        provider.save();
    }

    private static NetworkShellStep least() {
        NetworkShellStep step = new NetworkShellStep("10.0.0.1");
        step.setCredentialsId(Devices.LOGIN);
        step.setCommands(List.of(new CommandEntry("display version")));
        return step;
    }

    /** A field that is left out above would be lost unnoticed. */
    @Test
    void nothingIsForgotten(JenkinsRule r) {
        for (ConnectionStep step : all()) {
            Set<String> set = arguments(step).keySet();
            if (set.contains("certificate")) {
                assertThat(new DescribableModel<>(step.getClass()).getParameters())
                        .extracting(DescribableParameter::getName)
                        .containsExactlyInAnyOrderElementsOf(set.stream()
                                .filter(name -> !name.startsWith("$"))
                                .toList());
            }
        }
    }

    @Test
    void stepsSurviveTheirForms(JenkinsRule r) throws Exception {
        addCredentials();
        for (ConnectionStep before : all()) {
            ConnectionStep after = new StepConfigTester(r).configRoundTrip(before);
            assertThat(arguments(after)).isEqualTo(arguments(before));
        }
    }

    @Test
    void buildStepsSurviveTheirForms(JenkinsRule r) throws Exception {
        addCredentials();
        for (ConnectionStep before : all()) {
            if (!(before instanceof DeviceStep)) {
                continue; // a block is for pipelines only
            }
            FreeStyleProject job = r.createFreeStyleProject();
            job.getBuildersList().add(builder(before));
            r.configRoundtrip(job);
            assertThat(arguments(step(job.getBuildersList().get(0)))).isEqualTo(arguments(before));
        }
    }

    private static DeviceStepBuilder builder(ConnectionStep step) {
        if (step instanceof NetworkShellStep shell) {
            return new NetworkShellBuilder(shell);
        }
        if (step instanceof NetworkExecStep exec) {
            return new NetworkExecBuilder(exec);
        }
        return step instanceof NetworkGetStep get
                ? new NetworkGetBuilder(get)
                : new NetworkPutBuilder((NetworkPutStep) step);
    }

    private static ConnectionStep step(Builder builder) {
        if (builder instanceof NetworkShellBuilder shell) {
            return shell.getStep();
        }
        if (builder instanceof NetworkExecBuilder exec) {
            return exec.getStep();
        }
        return builder instanceof NetworkGetBuilder get ? get.getStep() : ((NetworkPutBuilder) builder).getStep();
    }

    private static Map<String, Object> arguments(ConnectionStep step) {
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
    void snippetsOfTheOtherSteps(JenkinsRule r) throws Exception {
        addCredentials();
        SnippetizerTester tester = new SnippetizerTester(r);
        tester.assertRoundTrip(
                leastExec(), "networkExec command: 'uname -a', credentialsId: 'net-backup', host: '10.0.0.1'");
        NetworkExecStep exec = leastExec();
        exec.setEnvironment(List.of(new VariableEntry("LANG", "C"), new VariableEntry("TZ", "UTC")));
        exec.setSshLog("true");
        LoginAnswerEntry answer = new LoginAnswerEntry("code");
        answer.setCredentialsId(SECRET);
        exec.setLoginAnswers(List.of(answer));
        tester.assertRoundTrip(
                exec,
                "networkExec command: 'uname -a', credentialsId: 'net-backup', environment: [LANG: 'C', TZ: 'UTC'],"
                        + " host: '10.0.0.1', loginAnswers: [[credentialsId: 'a-secret', prompt: 'code']], sshLog: true");
        NetworkGetStep get = least(new NetworkGetStep("10.0.0.1"));
        get.setChecksum("true");
        tester.assertRoundTrip(
                get,
                "networkGet checksum: true, credentialsId: 'net-backup', from: 'a.cfg', host: '10.0.0.1', to: 'folder/'");
        NetworkPutStep put = least(new NetworkPutStep("10.0.0.1"));
        put.setFrom("a.cfg\nb.cfg");
        tester.assertRoundTrip(
                put,
                "networkPut credentialsId: 'net-backup', from: ['a.cfg', 'b.cfg'], host: '10.0.0.1', to: 'folder/'");
        NetworkSessionStep session = new NetworkSessionStep("10.0.0.1");
        session.setCredentialsId(Devices.LOGIN);
        tester.assertRoundTrip(
                session, "networkSession(credentialsId: 'net-backup', host: '10.0.0.1') {\n    // some block\n}");
    }

    @Test
    void everyFieldHasHelp(JenkinsRule r) throws Exception {
        try (JenkinsRule.WebClient client = r.createWebClient()) {
            client.addRequestHeader("Accept-Language", "zh-CN");
            int chinese = 0;
            for (Class<?> step : List.of(
                    NetworkShellStep.class,
                    NetworkExecStep.class,
                    NetworkGetStep.class,
                    NetworkPutStep.class,
                    NetworkSessionStep.class,
                    LoginAnswerEntry.class,
                    VariableEntry.class)) {
                for (DescribableParameter parameter : new DescribableModel<>(step).getParameters()) {
                    String help = client.goTo(
                                    "descriptor/" + step.getName() + "/help/" + parameter.getName(), "text/html")
                            .getWebResponse()
                            .getContentAsString();
                    assertThat(help).as(step + " " + parameter.getName()).contains("<div>");
                    chinese += help.chars().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                            ? 1
                            : 0;
                }
            }
            assertThat(chinese).isGreaterThan(100);
        }
    }

    @Test
    void whatIsMissingIsSaid(JenkinsRule r) throws Exception {
        Item freestyle = r.createFreeStyleProject();
        Item pipeline = r.createProject(WorkflowJob.class);
        var exec = r.jenkins.getDescriptorByType(NetworkExecStep.DescriptorImpl.class);
        var get = r.jenkins.getDescriptorByType(NetworkGetStep.DescriptorImpl.class);
        var session = r.jenkins.getDescriptorByType(NetworkSessionStep.DescriptorImpl.class);
        String noHost = "Give the name or the address of the device.";
        assertThat(exec.doCheckHost(freestyle, "")).hasToString("ERROR: " + noHost);
        assertThat(session.doCheckHost(pipeline, " ")).hasToString("ERROR: " + noHost);
        assertThat(exec.doCheckHost(pipeline, "").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(exec.doCheckHost(pipeline, "").getMessage()).contains("networkSession");
        assertThat(exec.doCheckHost(pipeline, "a b").kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(exec.doCheckCredentialsId(pipeline, "", "h", false, false, false))
                .hasToString("WARNING: Choose the credentials to log in with, unless the answers at login are enough.");
        assertThat(exec.doCheckCredentialsId(pipeline, "", "", false, false, false))
                .isEqualTo(FormValidation.ok());
        assertThat(exec.doCheckCredentialsId(pipeline, "", "h", true, false, false))
                .isEqualTo(FormValidation.ok());
        assertThat(exec.doCheckUsername(pipeline, "", "", true, false, false))
                .hasToString("ERROR: Without credentials, give the user to log in as.");
        assertThat(exec.doCheckUsername(pipeline, "", "", false, false, false)).isEqualTo(FormValidation.ok());
        assertThat(exec.doCheckCommand(pipeline, " ")).hasToString("ERROR: There is no command to run.");
        assertThat(exec.doCheckCommand(pipeline, "id")).isEqualTo(FormValidation.ok());
        assertThat(exec.doCheckTimeout(pipeline, "soon").kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(exec.doCheckEncoding(pipeline, "UTF-9").kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(exec.doCheckCiphers(pipeline, "rot13").getMessage()).contains("rot13");
        assertThat(exec.doCheckProxy(pipeline, "gopher://x").kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(exec.doCheckSshLog(pipeline, "../x").kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(exec.doCheckConnectAttempts(pipeline, "0").kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(get.doCheckFrom(pipeline, "")).hasToString("ERROR: There are no files to copy: set from.");
        assertThat(get.doCheckFrom(pipeline, "*.cfg")).isEqualTo(FormValidation.ok());
        assertThat(r.jenkins
                        .getDescriptorByType(VariableEntry.DescriptorImpl.class)
                        .doCheckName(pipeline, ""))
                .hasToString("ERROR: A variable needs a name.");
        assertThat(r.jenkins
                        .getDescriptorByType(LoginAnswerEntry.DescriptorImpl.class)
                        .doCheckPrompt(pipeline, "(")
                        .kind)
                .isEqualTo(FormValidation.Kind.ERROR);
    }

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
                    .contains("Connected. The platform is huawei_vrp, the prompt <core-sw1>.");
        }
    }
}
