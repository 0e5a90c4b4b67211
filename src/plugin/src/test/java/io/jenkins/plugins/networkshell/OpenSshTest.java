package io.jenkins.plugins.networkshell;

import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The shell of a plain server. */
@WithJenkins
class OpenSshTest {
    @TempDir
    private Path folder;

    @Test
    void aShellOfOpenSsh(JenkinsRule r) throws Exception {
        try (OpenSsh server = OpenSsh.start(folder)) {
            server.addLogin();
            String agent = r.createOnlineSlave().getNodeName();
            String call = "networkShell(" + server.at() + ", commands: ['printf \"%s-%s\\\\n\" one two'])";
            WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(
                    r,
                    "def a = " + call + "\ndef b\nnode('" + agent + "') { b = " + call
                            + " }\necho \"said ${a.output.trim()} ${b.output.trim()}\""));
            r.assertLogContains("said one-two one-two", run);
        }
    }
}
