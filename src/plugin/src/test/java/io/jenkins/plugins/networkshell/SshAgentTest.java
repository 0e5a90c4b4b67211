package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;

/** Keys of the build's machine instead of credentials: those of an SSH agent, and those of the account. */
@ExtendWith(SharedJenkins.class)
class SshAgentTest {
    @TempDir
    private Path folder;

    @Test
    void insideAnSshagentBlock(JenkinsRule r) throws Exception {
        try (OpenSsh server = OpenSsh.start(folder)) {
            server.addLogin();
            String agent = r.createOnlineSlave().getNodeName();
            WorkflowRun run = r.buildAndAssertSuccess(
                    Devices.pipeline(r, """
                    node('%s') {
                      sshagent(['%s']) {
                        def e = networkExec(%s, command: 'echo exec-went-well')
                        networkSession(%s) {
                          def s = networkShell(platform: 'linux', commands: 'echo shell-went-well')
                          echo "${e.output.trim()} ${s.output.trim()}"
                        }
                      }
                    }
                    """.formatted(agent, Devices.LOGIN, at(server), at(server))));
            r.assertLogContains("exec-went-well shell-went-well", run);
            assertThat(server.logins()).isEqualTo(2);
        }
    }

    private static String at(OpenSsh server) {
        return "host: '127.0.0.1', port: %d, username: '%s', sshAgent: true, hostKeys: 'accept-new'"
                .formatted(server.port(), OpenSsh.user());
    }

    @Test
    void whereThereIsNoneOrItIsNotTheBuilds(JenkinsRule r) throws Exception {
        WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(r, """
                def tried(what, body) { try { body(); echo "$what went well" } catch (e) { echo "$what: ${e.message}" } }
                def at = [host: '127.0.0.1', port: 1, command: 'true']
                tried('controller') { withEnv(['SSH_AUTH_SOCK=/tmp/s']) { networkExec(at + [username: 'me', sshAgent: true]) } }
                tried('keys of the controller') { networkExec(at + [username: 'me', lookForKeys: true]) }
                node {
                  tried('no block') { networkExec(at + [username: 'me', sshAgent: true]) }
                  tried('no user') { withEnv(['SSH_AUTH_SOCK=/tmp/s']) { networkExec(at + [sshAgent: true]) } }
                  tried('nothing') { networkExec(at) }
                }
                """));
        r.assertLogContains("controller: sshAgent and lookForKeys take keys from the machine of the build", run);
        r.assertLogContains("keys of the controller: sshAgent and lookForKeys take keys from the machine", run);
        r.assertLogContains("no block: sshAgent was set, but SSH_AUTH_SOCK names no agent here", run);
        r.assertLogContains("no user: There is no user to log in as on 127.0.0.1", run);
        r.assertLogContains("nothing: There are no credentials for 127.0.0.1", run);
        r.assertLogNotContains("\tat ", run);
    }

    @Test
    void anAgentThatDoesNotAnswerIsNamed(JenkinsRule r) throws Exception {
        try (OpenSsh server = OpenSsh.start(folder)) {
            WorkflowRun run = r.buildAndAssertStatus(
                    Result.FAILURE, Devices.pipeline(r, """
                    node {
                      withEnv(['SSH_AUTH_SOCK=%s']) { networkExec(%s, command: 'true') }
                    }
                    """.formatted(folder.resolve("nobody"), at(server))));
            assertThat(run.getLog(100)).anyMatch(line -> line.startsWith("ERROR: ") && line.contains("agent"));
            r.assertLogNotContains("\tat ", run);
        }
    }
}
