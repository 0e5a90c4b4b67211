package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import java.nio.file.Files;
import java.nio.file.Path;
import jenkins.model.ArtifactManagerConfiguration;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What a backup leaves among the artifacts, in Jenkins' own folders and elsewhere. */
@WithJenkins
class BackupArtifactsTest {
    @RegisterExtension
    private final Devices devices = new Devices();

    @TempDir
    private Path elsewhere;

    @Test
    void whatIsUnchangedIsStoredOnce(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.device(SimulatedInventory.switchWith("100", "secret"));
        Devices.addLogin(device);
        SimulatedInventory inventory =
                new SimulatedInventory().with("same", devices.huawei()).with("other", device);
        WorkflowJob job = Devices.pipeline(r, inventory.call());
        WorkflowRun first = r.buildAndAssertSuccess(job);
        inventory.with("other", devices.device(SimulatedInventory.switchWith("200", "secret")));
        job.setDefinition(new CpsFlowDefinition(inventory.call(), true));
        WorkflowRun second = r.buildAndAssertSuccess(job);
        assertThat(file(second, "same")).isRegularFile().hasSameBinaryContentAs(file(first, "same"));
        assertThat(Files.readAttributes(file(second, "same"), java.nio.file.attribute.BasicFileAttributes.class)
                        .fileKey())
                .isEqualTo(Files.readAttributes(file(first, "same"), java.nio.file.attribute.BasicFileAttributes.class)
                        .fileKey());
        assertThat(Files.readString(file(first, "other"))).contains("vlan batch 100\n");
        assertThat(Files.readString(file(second, "other"))).contains("vlan batch 200\n");
        first.delete();
        assertThat(file(second, "same")).isNotEmptyFile();
        assertThat(second.getArtifacts())
                .extracting(artifact -> artifact.relativePath)
                .contains("configs/same.cfg");
    }

    private static Path file(WorkflowRun run, String device) {
        return run.getArtifactsDir().toPath().resolve("configs/" + device + ".cfg");
    }

    @Test
    void anotherManagerGetsAllOfIt(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        ArtifactManagerConfiguration.get()
                .getArtifactManagerFactories()
                .add(new ArtifactManagerTest.ElsewhereFactory(elsewhere.toString()));
        SimulatedInventory inventory = new SimulatedInventory().with("core-sw1", device);
        WorkflowJob job = Devices.pipeline(r, inventory.call());
        WorkflowRun run = r.buildAndAssertSuccess(job);
        assertThat(Files.readString(elsewhere.resolve("configs/core-sw1.cfg"))).endsWith("return\n");
        assertThat(elsewhere.resolve("configs/report.json")).isNotEmptyFile();
        assertThat(run.getArtifactsDir()).doesNotExist();
        WorkflowRun again = r.buildAndAssertSuccess(job); // its folder is the same, so this one gets a number
        assertThat(Files.readString(elsewhere.resolve("configs-2/core-sw1.cfg")))
                .endsWith("return\n");
        assertThat(again.getArtifactsDir()).doesNotExist();
    }
}
