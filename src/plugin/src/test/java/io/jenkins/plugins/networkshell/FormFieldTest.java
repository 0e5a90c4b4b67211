package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.networkshell.step.LoginAnswerEntry;
import java.util.List;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlOption;
import org.htmlunit.html.HtmlSelect;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.jvnet.hudson.test.JenkinsRule;

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
            r.submit(form);
        }
        NetworkShellBuilder saved = (NetworkShellBuilder) job.getBuildersList().get(0);
        assertThat(saved.getStep().getRecord()).isEqualTo("true");
        assertThat(saved.getStep().getSshLog()).isNull();
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
