package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Node;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Result;
import hudson.model.StringParameterDefinition;
import io.jenkins.plugins.networkshell.step.ConnectionStep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;

/** The build steps of freestyle jobs at work, with build variables in their parameters. */
@ExtendWith(SharedJenkins.class)
class BuildStepsTest {
    @TempDir
    private Path folder;

    private static FreeStyleProject job(JenkinsRule r, Node place, Path there) throws Exception {
        FreeStyleProject job = r.createFreeStyleProject();
        job.setAssignedNode(place);
        job.addProperty(new ParametersDefinitionProperty(
                new StringParameterDefinition("DEVICE", "127.0.0.1"),
                new StringParameterDefinition("LOGIN", Devices.LOGIN),
                new StringParameterDefinition("WORD", "expanded"),
                new StringParameterDefinition("THERE", there.toString())));
        return job;
    }

    private static <S extends ConnectionStep> S at(OpenSsh server, S step) {
        step.setPort(server.port());
        step.setCredentialsId("$LOGIN");
        step.setHostKeys("accept-new");
        return step;
    }

    @Test
    void allFourWithVariables(JenkinsRule r) throws Exception {
        Path there = Files.createDirectory(folder.resolve("there"));
        Files.writeString(there.resolve("expanded.cfg"), "from the device\n");
        try (OpenSsh server = OpenSsh.start(folder)) {
            server.addLogin();
            for (Node place : List.of(r.jenkins, r.createOnlineSlave())) {
                FreeStyleProject job = job(r, place, there);
                NetworkShellStep shell = at(server, new NetworkShellStep("$DEVICE"));
                shell.setCommands(List.of(new CommandEntry("echo shell-${WORD}")));
                NetworkExecStep exec = at(server, new NetworkExecStep("${DEVICE}"));
                exec.setCommand("echo exec-$WORD; echo \"$NSH_W $UNKNOWN\"; cat");
                exec.setEnvironment(List.of(new VariableEntry("NSH_W", "variable-$WORD")));
                exec.setStdin("input-$WORD\n");
                NetworkGetStep get = at(server, new NetworkGetStep("$DEVICE"));
                get.setFrom("$THERE/$WORD.cfg");
                get.setTo("got/$WORD/");
                NetworkPutStep put = at(server, new NetworkPutStep("$DEVICE"));
                put.setFrom("got/$WORD/*.cfg");
                put.setTo("$THERE/back-$WORD");
                job.getBuildersList().add(new NetworkShellBuilder(shell));
                job.getBuildersList().add(new NetworkExecBuilder(exec));
                job.getBuildersList().add(new NetworkGetBuilder(get));
                job.getBuildersList().add(new NetworkPutBuilder(put));
                FreeStyleBuild build = r.buildAndAssertSuccess(job);
                assertThat(build.getLog(500))
                        .contains("shell-expanded", "exec-expanded", "variable-expanded ", "input-expanded")
                        .contains(there + "/expanded.cfg (16 bytes)");
                Path back = there.resolve("back-expanded");
                assertThat(back).hasContent("from the device\n");
                Files.delete(back);
            }
        }
    }

    /** Such a job has nobody who could look at the result of a step. */
    @Test
    void anErrorThatDoesNotFailMakesTheBuildUnstable(JenkinsRule r) throws Exception {
        try (OpenSsh server = OpenSsh.start(folder)) {
            server.addLogin();
            FreeStyleProject job = job(r, r.jenkins, folder);
            NetworkExecStep told = at(server, new NetworkExecStep("$DEVICE"));
            told.setCommand("exit 3");
            told.setFailOnError(false);
            NetworkExecStep next = at(server, new NetworkExecStep("$DEVICE"));
            next.setCommand("echo goes on");
            job.getBuildersList().add(new NetworkExecBuilder(told));
            job.getBuildersList().add(new NetworkExecBuilder(next));
            FreeStyleBuild build = r.buildAndAssertStatus(Result.UNSTABLE, job);
            assertThat(build.getLog(500))
                    .contains("ERROR: 'exit 3' ended with status 3 on 127.0.0.1; it printed nothing.", "goes on");
        }
    }

    @Test
    void aFailureEndsTheBuildWithOneSentence(JenkinsRule r) throws Exception {
        try (OpenSsh server = OpenSsh.start(folder)) {
            server.addLogin();
            FreeStyleProject job = job(r, r.jenkins, folder);
            NetworkExecStep told = at(server, new NetworkExecStep("$DEVICE"));
            told.setCommand("exit 3");
            told.setFailOnError(false);
            NetworkExecStep failing = at(server, new NetworkExecStep("$DEVICE"));
            failing.setCommand("exit 4");
            job.getBuildersList().add(new NetworkExecBuilder(told));
            job.getBuildersList().add(new NetworkExecBuilder(failing));
            FreeStyleBuild build = r.buildAndAssertStatus(Result.FAILURE, job);
            assertThat(build.getLog(500))
                    .filteredOn(line -> line.startsWith("ERROR: "))
                    .containsExactly(
                            "ERROR: 'exit 3' ended with status 3 on 127.0.0.1; it printed nothing.",
                            "ERROR: 'exit 4' ended with status 4 on 127.0.0.1; it printed nothing.");
            r.assertLogNotContains("\tat ", build);
        }
    }
}
