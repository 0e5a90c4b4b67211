package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.slaves.DumbSlave;
import hudson.util.Secret;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.CommandRule;
import io.jenkins.plugins.networkshell.simulator.scene.Question;
import io.jenkins.plugins.networkshell.simulator.scene.Reply;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.htmlunit.html.HtmlForm;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.support.steps.input.InputAction;
import org.jenkinsci.plugins.workflow.support.steps.input.InputStepExecution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;

/** After a run of everything, with every log there is: no secret in the build's folder, on the agent, or in a process list. */
@ExtendWith(SharedJenkins.class)
class SecretsTest {
    private static final String PASSWORD = "p4ss-W0rd-of-nobody";
    private static final String ENABLE = "en4ble-M3-please";
    private static final String PASSPHRASE = "open-Sesame-77";
    private static final String SUDO = "sud0-M3-now";
    private static final String PIN = "p1n-2468-p1n";
    private static final String PROXY = "pr0xy-Pass-word";
    private static final String CODE = "9274-6155";
    private static final String[] ALL = {PASSWORD, ENABLE, PASSPHRASE, SUDO, PIN, PROXY};

    @RegisterExtension
    private final Devices devices = new Devices();

    @TempDir
    private Path folder;

    @Test
    void afterARunOfEverything(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.device(Scene.shipped("huawei_vrp").toBuilder()
                .user("keeper", PASSWORD)
                .command("display echo", "the device says " + PASSWORD + " and " + ENABLE + " and " + PIN)
                .build());
        addCredentials();
        DumbSlave agent = r.createOnlineSlave();
        try (OpenSsh server = OpenSsh.start(folder)) {
            addEncryptedKey();
            String at = server.at().replace(Devices.LOGIN, "key");
            WorkflowJob job = Devices.pipeline(r, """
                    node('%s') {
                      networkSession(%s, loginAnswers: [[prompt: 'PIN', credentialsId: 'pin']], sshLog: true) {
                        networkShell(platform: 'huawei_vrp', commands: ['display echo', 'display saved-configuration'],
                                     enableCredentialsId: 'enable', record: true, recordScene: true, failOnError: false)
                      }
                      networkExec(%s, command: 'echo "$NSH_A"', environment: [NSH_A: 'a'], sshLog: true)
                      networkExec(%s, command: 'echo %s', sudoCredentialsId: 'sudo', sshLog: 'logs/two.log')
                      writeFile file: 'a', text: 'a'
                      networkPut(%s, from: 'a', to: '%s', sshLog: 'logs/put.log')
                      networkGet(%s, from: '%s', to: 'b', sshLog: 'logs/get.log')
                      networkExec(%s, command: 'true', proxy: 'http://127.0.0.1:1', proxyCredentialsId: 'proxy',
                                  failOnError: false, sshLog: 'logs/proxy.log')
                    }
                    """.formatted(
                            agent.getNodeName(),
                            Devices.at(device),
                            at,
                            at,
                            SUDO.substring(0, 4) + "\"\"" + SUDO.substring(4),
                            at,
                            folder.resolve("put"),
                            at,
                            folder.resolve("put"),
                            at));
            WorkflowRun run = r.buildAndAssertSuccess(job);
            r.assertLogContains("the device says **** and **** and ****", run);
            assertThat(NetworkShellStepTest.artifact(run, "recordings/127.0.0.1.cast"))
                    .contains("the device says **** and **** and ****");
            assertThat(NetworkShellStepTest.artifact(run, "scenes/127.0.0.1.yaml"))
                    .contains("the device says secret and secret and secret");
            CredentialsTest.assertNowhere(r, ALL);
            assertNotIn(Path.of(agent.getRemoteFS()));
        }
    }

    /** What a block keeps for a restart of Jenkins is on the disk while it runs. */
    @Test
    void whileABlockRuns(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.device(
                Scene.shipped("huawei_vrp").toBuilder().user("keeper", PASSWORD).build());
        addCredentials();
        device.withFault(FaultPlan.of(Fault.STALL).onCommand("display version").afterBytes(50));
        DumbSlave agent = r.createOnlineSlave();
        WorkflowRun run = Devices.pipeline(r, """
                node('%s') {
                  networkSession(%s, loginAnswers: [[prompt: 'PIN', credentialsId: 'pin']], sshLog: true) {
                    networkShell(commands: 'display version', record: true)
                  }
                }
                """.formatted(agent.getNodeName(), Devices.at(device)))
                .scheduleBuild2(0)
                .waitForStart();
        assertThat(device.sent().awaitLine("display version", Duration.ofSeconds(30)))
                .isTrue();
        CredentialsTest.assertNowhere(r, ALL);
        assertNotIn(Path.of(agent.getRemoteFS()));
        assertThat(ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse("")))
                .noneMatch(line -> Stream.of(ALL).anyMatch(line::contains));
        run.doStop();
        r.waitForCompletion(run);
        CredentialsTest.assertNowhere(r, ALL);
    }

    /** Asks for a code after a command, shows what is typed, and asks again for a wrong one. */
    private SimulatedDevice askingForACode(String question, String again) throws Exception {
        Reply right = Reply.text("Code ${1} taken.\n").withMode("privileged");
        Question second = Question.of(again, Question.answer("(" + CODE + ")", right));
        Question first = new Question(
                question,
                false,
                false,
                List.of(Question.answer("(" + CODE + ")", right)),
                Reply.NOTHING.withQuestion(second));
        SimulatedDevice device = devices.device(Scene.shipped("cisco_ios").toBuilder()
                .overriding(CommandRule.exact("enable", Reply.NOTHING.withQuestion(first))
                        .in("exec"))
                .command("show token", "last token: " + CODE)
                .build());
        Devices.addLogin(device);
        return device;
    }

    /** What a person types into the form of the step {@code input}. */
    private static void type(JenkinsRule r, WorkflowRun run, String code) throws Exception {
        r.waitForMessage("Input requested", run);
        InputAction action = run.getAction(InputAction.class);
        InputStepExecution input = action.getExecutions().get(0);
        try (JenkinsRule.WebClient client = r.createWebClient()) {
            HtmlForm form = client.getPage(run, action.getUrlName()).getFormByName(input.getId());
            form.getInputByName("value").setValue(code);
            r.submit(form, "proceed");
        }
    }

    /** Neither in files and logs, nor on the pages of the build and of each of its steps. */
    private static void assertNowhere(JenkinsRule r, WorkflowRun run, String code) throws Exception {
        r.assertLogNotContains(code, run);
        CredentialsTest.assertNowhere(r, code);
        try (JenkinsRule.WebClient client = r.createWebClient()) {
            List<String> pages = new ArrayList<>(List.of("", "flowGraphTable/", "api/xml?depth=5"));
            for (FlowNode node : new DepthFirstScanner().allNodes(run.getExecution())) {
                pages.add("execution/node/" + node.getId() + "/");
            }
            assertThat(pages).hasSizeGreaterThan(4);
            for (String page : pages) {
                assertThat(client.goTo(run.getUrl() + page, null)
                                .getWebResponse()
                                .getContentAsString())
                        .as(page)
                        .doesNotContain(code);
            }
        }
    }

    private static final String SCRIPT_WITH_INPUT = """
            networkSession(%s) {
              def code = input(message: 'Code for the switch', parameters: [password(name: 'code')])
              def r = networkShell(platform: 'cisco_ios', record: true, recordScene: true, commands: [
                [command: 'enable', answers: [PASSCODE: code]],
                'show token',
              ])
              echo "result: ${r.output}"
            }
            """;

    @Test
    void aCodeThatSomebodyIsAskedFor(JenkinsRule r) throws Exception {
        SimulatedDevice device = askingForACode("Enter PASSCODE: ", "Enter PASSCODE: ");
        WorkflowRun run = Devices.pipeline(r, SCRIPT_WITH_INPUT.formatted(Devices.at(device)))
                .scheduleBuild2(0)
                .waitForStart();
        type(r, run, CODE);
        r.assertBuildStatusSuccess(r.waitForCompletion(run));
        assertThat(device.sent().lines()).filteredOn(CODE::equals).hasSize(1);
        r.assertLogContains("Code **** taken.", run);
        assertThat(r.getLog(run)).containsPattern("result: (?s:.*)last token: \\*\\*\\*\\*");
        assertThat(NetworkShellStepTest.artifact(run, "recordings/127.0.0.1.cast"))
                .contains("Code **** taken.", "last token: ****");
        assertThat(NetworkShellStepTest.artifact(run, "scenes/127.0.0.1.yaml"))
                .contains("Code secret taken.", "last token: secret");
        assertNowhere(r, run, CODE);
    }

    /** Each wrong code counts; whatever the device says, a second one is for the person to give. */
    @ParameterizedTest
    @ValueSource(strings = {"Enter PASSCODE: ", "Wrong.\nPASSCODE (attempt 2 of 3) > "})
    void aWrongCodeIsNotTypedAgain(String again, JenkinsRule r) throws Exception {
        String first = again.contains("attempt") ? "PASSCODE (attempt 1 of 3) > " : again;
        SimulatedDevice device = askingForACode(first, again);
        WorkflowRun run = Devices.pipeline(r, SCRIPT_WITH_INPUT.formatted(Devices.at(device)))
                .scheduleBuild2(0)
                .waitForStart();
        type(r, run, "111-wrong-222");
        r.assertBuildStatus(Result.FAILURE, r.waitForCompletion(run));
        assertThat(device.sent().lines()).filteredOn("111-wrong-222"::equals).hasSize(1);
        r.assertLogContains("it was typed once and not again", run);
        assertNowhere(r, run, "111-wrong-222");
    }

    @Test
    void anAnswerFromCredentials(JenkinsRule r) throws Exception {
        SimulatedDevice device = askingForACode("Enter PASSCODE: ", "Enter PASSCODE: ");
        String script = "networkShell(%s, commands: [[command: 'enable', answers: [PASSCODE: [credentialsId: '%s']]],"
                + " 'show token'])";
        WorkflowRun missing = r.buildAndAssertStatus(
                Result.FAILURE, Devices.pipeline(r, script.formatted(Devices.at(device), "token")));
        r.assertLogContains("ERROR: ", missing);
        r.assertLogNotContains("\tat ", missing);
        CredentialsTest.add(new StringCredentialsImpl(CredentialsScope.GLOBAL, "token", null, Secret.fromString(CODE)));
        WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(r, script.formatted(Devices.at(device), "token")));
        r.assertLogContains("Code **** taken.", run);
        assertNowhere(r, run, CODE);
        FreeStyleProject job = r.createFreeStyleProject();
        NetworkShellStep step = new NetworkShellStep(device.host());
        step.setPort(device.port());
        step.setCredentialsId(Devices.LOGIN);
        AnswerEntry token = new AnswerEntry("PASSCODE", "");
        token.setCredentialsId("token");
        step.setAnswers(List.of(token));
        step.setCommands(List.of(new CommandEntry("enable"), new CommandEntry("show token")));
        job.getBuildersList().add(new NetworkShellBuilder(step));
        r.assertLogContains("last token: ****", r.buildAndAssertSuccess(job));
        CredentialsTest.assertNowhere(r, CODE);
    }

    private static void addCredentials() throws Exception {
        Devices.addLogin(Devices.LOGIN, "keeper", PASSWORD);
        CredentialsTest.add(
                new StringCredentialsImpl(CredentialsScope.GLOBAL, "enable", null, Secret.fromString(ENABLE)));
        CredentialsTest.add(new StringCredentialsImpl(CredentialsScope.GLOBAL, "sudo", null, Secret.fromString(SUDO)));
        CredentialsTest.add(new StringCredentialsImpl(CredentialsScope.GLOBAL, "pin", null, Secret.fromString(PIN)));
        CredentialsTest.add(
                new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "proxy", null, "proxy-user", PROXY));
    }

    private void addEncryptedKey() throws Exception {
        Path key = folder.resolve("encrypted");
        CredentialsTest.generateKey(key);
        Files.writeString(folder.resolve("authorized_keys"), Files.readString(folder.resolve("encrypted.pub")));
        CredentialsTest.add(new BasicSSHUserPrivateKey(
                CredentialsScope.GLOBAL,
                "key",
                OpenSsh.user(),
                new BasicSSHUserPrivateKey.DirectEntryPrivateKeySource(Files.readString(key)),
                PASSPHRASE,
                null));
    }

    private static void assertNotIn(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".jar"))
                    .toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(Stream.of(ALL).filter(text::contains))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }
}
