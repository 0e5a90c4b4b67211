package io.jenkins.plugins.networkshell;

import static io.jenkins.plugins.networkshell.StepSamples.SECRET;
import static io.jenkins.plugins.networkshell.StepSamples.addCredentials;
import static io.jenkins.plugins.networkshell.StepSamples.least;
import static io.jenkins.plugins.networkshell.StepSamples.leastExec;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import io.jenkins.plugins.networkshell.step.LoginAnswerEntry;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.jenkinsci.plugins.workflow.cps.SnippetizerTester;
import org.jenkinsci.plugins.workflow.steps.CoreStep;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.jvnet.hudson.test.JenkinsRule;

/** What the snippet generator makes of the forms. */
@ExtendWith(SharedJenkins.class)
class SnippetTest {
    private static JenkinsRule r;

    @BeforeAll
    static void start(JenkinsRule rule) {
        r = rule;
    }

    @Test
    void snippetsAreShort() throws Exception {
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
    void snippetsOfTheOtherSteps() throws Exception {
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

    /** The build steps of freestyle jobs do the same and have the same titles. */
    @Test
    void pipelineSyntaxHasEachTitleOnce() {
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

    /** They would be the same again, without the forms of the steps. */
    @Test
    void theBuildStepsAreNotInTheGeneralStep() {
        assertThat(ExtensionList.lookupSingleton(CoreStep.DescriptorImpl.class).getApplicableDescriptors())
                .isNotEmpty()
                .extracting(descriptor -> descriptor.clazz.getName())
                .noneMatch(name -> name.startsWith("io.jenkins.plugins.networkshell."));
    }

    @Test
    void anAnswerFromCredentials() throws Exception {
        addCredentials();
        NetworkShellStep step = least();
        CommandEntry enable = new CommandEntry("enable");
        AnswerEntry token = new AnswerEntry("PASSCODE", "");
        token.setCredentialsId(SECRET);
        enable.setAnswers(List.of(token));
        step.setCommands(List.of(enable));
        new SnippetizerTester(r)
                .assertRoundTrip(
                        step,
                        "networkShell commands: [[answers: [PASSCODE: [credentialsId: 'a-secret']], command: 'enable']],"
                                + " credentialsId: 'net-backup', host: '10.0.0.1'");
    }

    /** The text box and the rows as the form submits them. */
    @Test
    void commandsOfTheForm() throws Exception {
        SnippetizerTester tester = new SnippetizerTester(r);
        String form = "{'stapler-class': '" + NetworkShellStep.class.getName()
                + "', 'host': 'sw1', 'commandText': 'dir\\n[edit]\\nnull\\nsave\\n', 'commandOptions': %s}";
        String save = "{'line': 'save', 'number': '', 'timeout': '2m', 'expect': '', 'expectFailure': false}";
        tester.assertGenerateSnippet(
                form.formatted(save),
                "networkShell commands: ['dir', '[edit]', 'null', [command: 'save', timeout: '2m']], host: 'sw1'",
                null);
        tester.assertGenerateSnippet(
                form.formatted("[" + save.replace("save", "dir") + "," + save.replace("save", "") + "]")
                        .replace("'2m'", "''"),
                "networkShell commands: ['dir', '[edit]', 'null', 'save'], host: 'sw1'",
                null);
        tester.assertGenerateSnippet(
                form.formatted(save.replace("save", "sav")),
                "There are options for the command \"sav\", which is not among the commands: dir, [edit], null, save.",
                null);
    }

    @Test
    void aCommandOfSeveralLines() throws Exception {
        NetworkShellStep step = least();
        CommandEntry reload = new CommandEntry("reload");
        reload.setExpect("disconnect");
        step.setCommands(List.of(new CommandEntry("\"\"\"\nbanner motd #\nHello\n#\n\"\"\""), reload));
        new SnippetizerTester(r)
                .assertRoundTrip(
                        step,
                        "networkShell commands: ['''banner motd #\nHello\n#''', [command: 'reload', expect: 'disconnect']],"
                                + " credentialsId: 'net-backup', host: '10.0.0.1'");
    }
}
