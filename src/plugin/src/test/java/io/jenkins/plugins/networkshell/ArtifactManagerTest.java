package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.FilePath;
import hudson.Launcher;
import hudson.model.BuildListener;
import hudson.model.Run;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import jenkins.model.ArtifactManager;
import jenkins.model.ArtifactManagerConfiguration;
import jenkins.model.ArtifactManagerFactory;
import jenkins.model.ArtifactManagerFactoryDescriptor;
import jenkins.util.VirtualFile;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Artifacts that are kept elsewhere than in the build's own folder. */
@WithJenkins
class ArtifactManagerTest {
    @RegisterExtension
    private final Devices devices = new Devices();

    @TempDir
    private Path elsewhere;

    @Test
    void theConfiguredManagerGetsTheConfiguration(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        ArtifactManagerConfiguration.get()
                .getArtifactManagerFactories()
                .add(new ElsewhereFactory(elsewhere.toString()));
        String agent = r.createOnlineSlave().getNodeName();
        WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(
                r,
                "node('%s') { networkShell(%s, commands: 'display saved-configuration') }"
                        .formatted(agent, Devices.at(device))));
        assertThat(Files.readString(elsewhere.resolve("configs/127.0.0.1-" + device.port() + ".cfg")))
                .endsWith("return\n");
        assertThat(run.getArtifactsDir()).doesNotExist();
    }

    /** Keeps the artifacts of all builds in one folder. */
    public static final class ElsewhereFactory extends ArtifactManagerFactory {
        private final String folder;

        ElsewhereFactory(String folder) {
            this.folder = folder;
        }

        @Override
        public ArtifactManager managerFor(Run<?, ?> build) {
            return new Elsewhere(folder);
        }

        @TestExtension
        public static final class DescriptorImpl extends ArtifactManagerFactoryDescriptor {}
    }

    /** The manager of {@link ElsewhereFactory}. */
    public static final class Elsewhere extends ArtifactManager {
        private final String folder;

        Elsewhere(String folder) {
            this.folder = folder;
        }

        @Override
        public void onLoad(Run<?, ?> build) {
            // knows all it has to
        }

        @Override
        public void archive(
                FilePath workspace, Launcher launcher, BuildListener listener, Map<String, String> artifacts)
                throws IOException, InterruptedException {
            for (Map.Entry<String, String> artifact : artifacts.entrySet()) {
                new FilePath(Path.of(folder).toFile())
                        .child(artifact.getKey())
                        .copyFrom(workspace.child(artifact.getValue()));
            }
        }

        @Override
        public boolean delete() {
            return false;
        }

        @Override
        public VirtualFile root() {
            return VirtualFile.forFile(Path.of(folder).toFile());
        }
    }
}
