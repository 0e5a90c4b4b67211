package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import io.jenkins.plugins.networkshell.step.ConnectionStep;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Jobs that were saved before a setting was there, or were written by hand. */
@WithJenkins
class SavedJobsTest {
    @ParameterizedTest
    @ValueSource(strings = {"NetworkShell", "NetworkExec", "NetworkGet", "NetworkPut"})
    void whatTheyDoNotSayHasItsDefault(String name, JenkinsRule r) throws Exception {
        String builder = "io.jenkins.plugins.networkshell." + name + "Builder";
        String xml = "<project><builders><" + builder + "><step><host>sw1</host></step></" + builder
                + "></builders></project>";
        FreeStyleProject job = (FreeStyleProject)
                r.jenkins.createProjectFromXML("saved", new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        assertThat(step(job.getBuildersList().get(0)))
                .usingRecursiveComparison()
                .isEqualTo(Class.forName("io.jenkins.plugins.networkshell." + name + "Step")
                        .getConstructor(String.class)
                        .newInstance("sw1"));
    }

    private static ConnectionStep step(Object builder) {
        if (builder instanceof NetworkShellBuilder shell) {
            return shell.getStep();
        }
        if (builder instanceof NetworkExecBuilder exec) {
            return exec.getStep();
        }
        return builder instanceof NetworkGetBuilder get ? get.getStep() : ((NetworkPutBuilder) builder).getStep();
    }
}
