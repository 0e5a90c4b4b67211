package io.jenkins.plugins.networkshell.hostkeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Result;
import io.jenkins.plugins.networkshell.NetworkExecStep;
import io.jenkins.plugins.networkshell.SharedJenkins;
import io.jenkins.plugins.networkshell.config.NetworkShellConfiguration;
import io.jenkins.plugins.networkshell.simulator.DeviceOptions;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.jvnet.hudson.test.JenkinsRule;

/** Host keys from the first connection of a build to the approval of a changed one. */
@ExtendWith(SharedJenkins.class)
class HostKeysInBuildsTest {
    @Test
    void learnedThenChangedThenApproved(JenkinsRule r) throws Exception {
        NetworkShellConfiguration.get().setHostKeys("accept-new");
        HostKeyDatabase database = HostKeyDatabase.get();
        int port;
        WorkflowJob job = r.createProject(WorkflowJob.class, "backup");
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            SimulatedDevice device = simulator.add(Scene.shipped("huawei_vrp"));
            port = device.port();
            SystemCredentialsProvider.getInstance()
                    .getCredentials()
                    .add(new UsernamePasswordCredentialsImpl(
                            CredentialsScope.GLOBAL, "net", null, device.user(), device.password()));
            job.setDefinition(new CpsFlowDefinition(
                    "networkShell(host: '127.0.0.1', port: " + port
                            + ", credentialsId: 'net', platform: 'huawei_vrp', commands: ['display clock'])",
                    true));
            r.buildAndAssertSuccess(job);
            assertEquals(List.of(KeyState.LEARNED), states(database));
            assertEquals("backup#1", database.keys().get(0).origin());
            NetworkShellConfiguration.get().setHostKeys("strict");
            r.buildAndAssertSuccess(job);
        }
        try (DeviceSimulator simulator = DeviceSimulator.start()) { // the same address, another key
            simulator.add(Scene.shipped("huawei_vrp"), DeviceOptions.defaults().withPort(port));
            String known = database.keys().get(0).fingerprint();
            WorkflowRun refused = r.buildAndAssertStatus(Result.FAILURE, job);
            assertEquals(List.of(KeyState.LEARNED, KeyState.REFUSED), states(database));
            KnownKey shown = database.keys().get(1);
            r.assertLogContains(known, refused);
            r.assertLogContains(shown.fingerprint(), refused);
            r.assertLogContains("has changed", refused);
            r.assertLogContains("(on the page Network Device Host Keys of Jenkins)", refused);
            r.assertLogContains(
                    "have an administrator approve the key on the page Network Device Host Keys of Jenkins: "
                            + r.getURL() + "manage/network-shell-host-keys/?show=waiting",
                    refused);
            r.assertLogNotContains("accept-new", refused);

            NetworkShellConfiguration.get().setHostKeys("accept-any");
            WorkflowRun any = r.buildAndAssertSuccess(job);
            r.assertLogContains("Warning: The host key of 127.0.0.1:" + port + " has changed", any);
            r.assertLogContains(shown.fingerprint(), any);
            NetworkShellConfiguration.get().setHostKeys("strict");

            database.approve(List.of(shown.id()), "eve");
            r.buildAndAssertSuccess(job);
            assertEquals(List.of(KeyState.APPROVED), states(database));
            assertEquals(shown.key(), database.keys().get(0).key());
            assertEquals("eve", database.keys().get(0).approval().by());

            database.remove(shown.id());
            WorkflowRun unknown = r.buildAndAssertStatus(Result.FAILURE, job);
            r.assertLogContains("is not known", unknown);
            r.assertLogContains(shown.fingerprint(), unknown);
            r.assertLogContains(r.getURL() + "manage/network-shell-host-keys/?show=waiting", unknown);
            r.assertLogNotContains("accept-new", unknown);
            assertEquals(List.of(KeyState.REFUSED), states(database));
        }
    }

    /** Nothing is even connected to. */
    @Test
    void noLooserThanAnAdministratorAllows(JenkinsRule r) throws Exception {
        NetworkShellConfiguration.get().setLoosestHostKeys("strict");
        WorkflowJob job = r.createProject(WorkflowJob.class, "loose");
        job.setDefinition(new CpsFlowDefinition(
                "networkShell(host: '127.0.0.1', port: 1, username: 'u', noPassword: true, hostKeys: 'accept-new',"
                        + " commands: ['display clock'])",
                true));
        r.assertLogContains(
                "ERROR: The policy accept-new for host keys is looser than jobs may choose here; allowed: strict.",
                r.buildAndAssertStatus(Result.FAILURE, job));
        assertEquals(
                List.of("", "strict"),
                r
                        .jenkins
                        .getDescriptorByType(NetworkExecStep.DescriptorImpl.class)
                        .doFillHostKeysItems(null, "")
                        .stream()
                        .map(option -> option.value)
                        .toList());

        NetworkShellConfiguration.get().setLoosestHostKeys("accept-new");
        r.assertLogContains("connection refused", r.buildAndAssertStatus(Result.FAILURE, job));
    }

    private static List<KeyState> states(HostKeyDatabase database) {
        return database.keys().stream().map(KnownKey::state).toList();
    }
}
