package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.Descriptor;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.networkshell.step.LoginAnswerEntry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.sf.json.JSONObject;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlOption;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSelect;
import org.htmlunit.html.HtmlTextArea;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.jvnet.hudson.test.JenkinsRule;
import org.kohsuke.stapler.Stapler;

/** Each field of the forms has help, and says what is missing or wrong. */
@ExtendWith(SharedJenkins.class)
class FormFieldTest {
    private static JenkinsRule r;

    @BeforeAll
    static void start(JenkinsRule rule) {
        r = rule;
    }

    @Test
    void everyFieldHasHelp() throws Exception {
        try (JenkinsRule.WebClient client = r.createWebClient()) {
            client.addRequestHeader("Accept-Language", "zh-CN");
            int chinese = 0;
            for (Class<?> step : List.of(
                    NetworkShellStep.class,
                    NetworkExecStep.class,
                    NetworkGetStep.class,
                    NetworkPutStep.class,
                    NetworkSessionStep.class,
                    CommandEntry.class,
                    AnswerEntry.class,
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
    void whatIsMissingIsSaid() throws Exception {
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

    /** What is empty is shown with what it stands for, and an artifact is a choice. */
    @Test
    void defaultsAndChoices() throws Exception {
        FreeStyleProject job = r.createFreeStyleProject();
        NetworkShellStep step = new NetworkShellStep("10.0.0.1");
        step.setRecord("one.cast");
        job.getBuildersList().add(new NetworkShellBuilder(step));
        job.getBuildersList().add(new NetworkExecBuilder(new NetworkExecStep("10.0.0.1")));
        try (JenkinsRule.WebClient client = r.createWebClient()) {
            HtmlForm form = client.getPage(job, "configure").getFormByName("config");
            assertThat(form.getInputsByName("_.connectTimeout"))
                    .extracting(HtmlInput::getPlaceholder)
                    .containsExactly("10s", "10s");
            assertThat(form.getInputsByName("_.silenceTimeout"))
                    .extracting(HtmlInput::getPlaceholder)
                    .containsExactly("30s", "");
            assertThat(form.getInputByName("_.archive").getPlaceholder()).isEqualTo("configs/<host>.cfg");
            assertThat(form.getInputsByName("_.encoding"))
                    .extracting(HtmlInput::getPlaceholder)
                    .containsExactly("that of the platform", "UTF-8");
            assertThat(form.getInputsByName("_.keepAlive"))
                    .extracting(HtmlInput::getPlaceholder)
                    .containsExactly("never", "never");
            assertThat(form.getInputByName("_.commandTimeout").getPlaceholder()).isEqualTo("10m");
            assertThat(form.getInputsByName("_.timeout"))
                    .extracting(HtmlInput::getPlaceholder)
                    .endsWith("10m");
            HtmlSelect record = form.getSelectByName("_.recordChoice");
            assertThat(record.getOptions())
                    .extracting(HtmlOption::getTextContent)
                    .containsExactly("Off", "On", "On, with this path");
            assertThat(record.getSelectedOptions().get(0).getValueAttribute()).isEqualTo("path");
            assertThat(form.getInputByName("_.recordPath").getValue()).isEqualTo("one.cast");
            assertThat(form.getInputByName("_.recordPath").hasAttribute("hidden"))
                    .isFalse();
            assertThat(form.getInputsByName("_.sshLogPath"))
                    .allMatch(path -> path.getAttribute("class").contains("jenkins-hidden"));
            record.setSelectedAttribute("true", true);
            form.getSelectsByName("_.sshLogChoice").get(1).setSelectedAttribute("path", true);
            assertThat(form.getInputsByName("_.sshLogPath"))
                    .extracting(HtmlInput::getPlaceholder)
                    .containsExactly("ssh-logs/<host>.log", "ssh-logs/<host>.log");
            r.submit(form);
        }
        // A path that is left empty is the one that the form shows there.
        assertThat(((NetworkExecBuilder) job.getBuildersList().get(1)).getStep().getSshLog())
                .isEqualTo("true");
        NetworkShellBuilder saved = (NetworkShellBuilder) job.getBuildersList().get(0);
        assertThat(saved.getStep().getRecord()).isEqualTo("true");
        assertThat(saved.getStep().getSshLog()).isNull();
    }

    private static CommandEntry slow(String command) {
        CommandEntry entry = new CommandEntry(command);
        entry.setTimeout("2m");
        entry.setAnswers(List.of(new AnswerEntry("Y/N", "Y")));
        return entry;
    }

    private static FreeStyleProject job(CommandEntry... commands) throws Exception {
        FreeStyleProject job = r.createFreeStyleProject();
        NetworkShellStep step = new NetworkShellStep("10.0.0.1");
        step.setAnswers(List.of(new AnswerEntry("of the session", "N")));
        step.setCommands(List.of(commands));
        job.getBuildersList().add(new NetworkShellBuilder(step));
        return job;
    }

    private static List<CommandEntry> saved(FreeStyleProject job) {
        return ((NetworkShellBuilder) job.getBuildersList().get(0)).getStep().getCommands();
    }

    @Test
    void commandsAreOneText() throws Exception {
        FreeStyleProject job = job(new CommandEntry("display version\ndisplay clock"), slow("save"));
        try (JenkinsRule.WebClient client = r.createWebClient()) {
            HtmlForm form = client.getPage(job, "configure").getFormByName("config");
            HtmlTextArea text = form.getTextAreaByName("_.commandText");
            assertThat(text.getText()).isEqualTo("display version\ndisplay clock\nsave");
            assertThat(form.getInputsByName("_.line"))
                    .extracting(HtmlInput::getValue)
                    .containsExactly("save");
            text.setText("dir\nsave\n\n\"\"\"\nbanner #\nHello\n#\n\"\"\"\n");
            r.submit(form);
        }
        assertThat(saved(job))
                .containsExactly(
                        new CommandEntry("dir"), slow("save"), new CommandEntry("\"\"\"\nbanner #\nHello\n#\n\"\"\""));
    }

    /** One that was saved when each command had a row of its own. */
    @Test
    void aSavedJobKeepsItsCommands() throws Exception {
        String xml = """
                <project><builders><io.jenkins.plugins.networkshell.NetworkShellBuilder><step><host>sw1</host><port>22</port>
                <commands>
                  <io.jenkins.plugins.networkshell.CommandEntry><command>dir
                version</command><expectFailure>false</expectFailure></io.jenkins.plugins.networkshell.CommandEntry>
                  <io.jenkins.plugins.networkshell.CommandEntry><command>save</command><answers>
                    <io.jenkins.plugins.networkshell.AnswerEntry><question>Y/N</question><answer>Y</answer></io.jenkins.plugins.networkshell.AnswerEntry>
                  </answers><timeout>2m</timeout><expectFailure>false</expectFailure></io.jenkins.plugins.networkshell.CommandEntry>
                  <io.jenkins.plugins.networkshell.CommandEntry><command>save</command><expectFailure>true</expectFailure></io.jenkins.plugins.networkshell.CommandEntry>
                </commands></step></io.jenkins.plugins.networkshell.NetworkShellBuilder></builders></project>""";
        FreeStyleProject job = (FreeStyleProject)
                r.jenkins.createProjectFromXML("saved", new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        CommandEntry mayFail = new CommandEntry("save");
        mayFail.setExpectFailure(true);
        assertThat(saved(job)).containsExactly(new CommandEntry("dir\nversion"), slow("save"), mayFail);
        r.configRoundtrip(job);
        assertThat(saved(job))
                .containsExactly(new CommandEntry("dir"), new CommandEntry("version"), slow("save"), mayFail);
    }

    /** A row that is added is empty: what the step itself has of the same name is not for it. */
    @Test
    void optionsAreAdded() throws Exception {
        FreeStyleProject job = job(new CommandEntry("dir"), new CommandEntry("save"));
        try (JenkinsRule.WebClient client = r.createWebClient()) {
            HtmlForm form = client.getPage(job, "configure").getFormByName("config");
            assertThat(form.getInputsByName("_.line")).isEmpty();
            r.getButtonByCaption(form, "Options of single commands").click();
            r.getButtonByCaption(form, "Add options").click();
            client.waitForBackgroundJavaScript(10_000);
            assertThat(form.getInputByName("_.timeout").getValue()).isEmpty();
            assertThat(form.getInputsByName("_.question"))
                    .extracting(HtmlInput::getValue)
                    .containsExactly("of the session");
            form.getInputByName("_.line").setValue("save");
            form.getInputByName("_.timeout").setValue("2m");
            r.submit(form);
        }
        CommandEntry save = new CommandEntry("save");
        save.setTimeout("2m");
        assertThat(saved(job)).containsExactly(new CommandEntry("dir"), save);
    }

    @Test
    void optionsForNoCommandAreAnErrorAndNothingIsLost() throws Exception {
        FreeStyleProject job = job(new CommandEntry("dir"), slow("save"));
        List<CommandEntry> before = saved(job);
        String sentence = "There are options for the command \"save\", which is not among the commands: dir.";
        try (JenkinsRule.WebClient client = r.createWebClient()) {
            client.setThrowExceptionOnFailingStatusCode(false);
            HtmlForm form = client.getPage(job, "configure").getFormByName("config");
            form.getTextAreaByName("_.commandText").setText("dir");
            assertThat(r.submit(form).getWebResponse().getContentAsString())
                    .contains(sentence)
                    .doesNotContain("\tat ");
        }
        assertThat(saved(job)).isEqualTo(before);
        // Something around the build step that knows nothing of it: Jenkins then binds it another way.
        JSONObject json = JSONObject.fromObject("{'step': {'host': 'h', 'commandText': 'dir',"
                + " 'commandOptions': {'line': 'save', 'timeout': '2m'}}}");
        r.executeOnServer(() -> {
            assertThatThrownBy(() -> Descriptor.bindJSON(Stapler.getCurrentRequest2(), NetworkShellBuilder.class, json))
                    .isInstanceOf(Exception.class);
            return null;
        });
    }

    @Test
    void aRowOffersTheCommandsAndSaysWhichAreNot() throws Exception {
        Item item = r.createFreeStyleProject();
        var row = r.jenkins.getDescriptorByType(CommandEntry.DescriptorImpl.class);
        var step = r.jenkins.getDescriptorByType(NetworkShellStep.DescriptorImpl.class);
        String text = "dir\nsave\nsave\n\"\"\"\nbanner #\nx\n#\n\"\"\"";
        assertThat(row.doFillLineItems(item, text)).containsExactly("dir", "save", "banner #");
        assertThat(row.doFillLineItems(item, "\"\"\"\nx")).isEmpty();
        assertThat(row.doCheckLine(item, "save", text)).isEqualTo(FormValidation.ok());
        assertThat(row.doCheckLine(item, "sav", text).getMessage()).contains("dir, save, banner #");
        assertThat(row.doCheckNumber(item, "2", "save", text)).isEqualTo(FormValidation.ok());
        assertThat(row.doCheckNumber(item, "3", "save", text).getMessage()).contains("1 to 2");
        assertThat(row.doCheckNumber(item, "3", "sav", text)).isEqualTo(FormValidation.ok());
        assertThat(step.doCheckCommandText(item, "")).hasToString("ERROR: Give at least one command.");
        var answer = r.jenkins.getDescriptorByType(AnswerEntry.DescriptorImpl.class);
        assertThat(answer.doCheckCredentialsId(item, "pin", "2468"))
                .hasToString("ERROR: Give the answer or the credentials that hold it, not both.");
        assertThat(answer.doCheckCredentialsId(item, "", "2468")).isEqualTo(FormValidation.ok());
        try (JenkinsRule.WebClient client = r.createWebClient()) {
            for (String field : List.of("line", "number")) {
                assertThat(client.goTo("descriptor/" + CommandEntry.class.getName() + "/help/" + field, "text/html")
                                .getWebResponse()
                                .getContentAsString())
                        .contains("<div>");
            }
        }
    }

    /** The check of a row gets the commands from the text box of its own step. */
    @Test
    void theRowIsCheckedAgainstItsText() throws Exception {
        FreeStyleProject job = job(new CommandEntry("other"));
        job.getBuildersList()
                .add(job(new CommandEntry("dir"), slow("save"))
                        .getBuildersList()
                        .get(0));
        try (JenkinsRule.WebClient client = r.createWebClient()) {
            HtmlPage page = client.getPage(job, "configure");
            page.getElementsByTagName("button").stream()
                    .filter(button -> button.asNormalizedText().equals("Options of single commands"))
                    .toList()
                    .get(1)
                    .click();
            client.waitForBackgroundJavaScript(20_000);
            assertThat(page.asNormalizedText()).doesNotContain("which is not among the commands");
            HtmlForm form = page.getFormByName("config");
            form.getTextAreasByName("_.commandText").get(1).setText("dir");
            HtmlInput line = form.getInputByName("_.line");
            line.focus();
            line.type("s");
            line.blur();
            client.waitForBackgroundJavaScript(20_000);
            assertThat(page.asNormalizedText())
                    .contains("There are options for the command \"ssave\", which is not among the commands: dir.");
        }
    }

    @Test
    void variablesCannotBeTried() throws Exception {
        NetworkExecStep step = new NetworkExecStep("${DEVICE}");
        step.setUsername("$OPERATOR");
        FormValidation answer = new ConnectionTest(null).connect(step);
        assertThat(answer.kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(answer.getMessage()).contains("with a variable in host, username:");
    }
}
