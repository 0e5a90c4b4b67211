package io.jenkins.plugins.networkshell;

import static io.jenkins.plugins.networkshell.StepSamples.addCredentials;
import static io.jenkins.plugins.networkshell.StepSamples.all;
import static io.jenkins.plugins.networkshell.StepSamples.arguments;
import static io.jenkins.plugins.networkshell.StepSamples.builder;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import hudson.tasks.Builder;
import io.jenkins.plugins.networkshell.step.ConnectionStep;
import java.util.Set;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.jvnet.hudson.test.JenkinsRule;

/** The forms of step and build step keep every parameter. */
@ExtendWith(SharedJenkins.class)
class FormRoundTripTest {
    private static JenkinsRule r;

    @BeforeAll
    static void start(JenkinsRule rule) {
        r = rule;
    }

    /** A parameter that {@link StepSamples} leaves out would be lost unnoticed. */
    @Test
    void nothingIsForgotten() {
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
    void stepsSurviveTheirForms() throws Exception {
        addCredentials();
        for (ConnectionStep before : all()) {
            ConnectionStep after = new StepConfigTester(r).configRoundTrip(before);
            assertThat(arguments(after)).isEqualTo(arguments(before));
        }
    }

    @Test
    void buildStepsSurviveTheirForms() throws Exception {
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

    private static ConnectionStep step(Builder builder) {
        if (builder instanceof NetworkShellBuilder shell) {
            return shell.getStep();
        }
        if (builder instanceof NetworkExecBuilder exec) {
            return exec.getStep();
        }
        return builder instanceof NetworkGetBuilder get ? get.getStep() : ((NetworkPutBuilder) builder).getStep();
    }
}
