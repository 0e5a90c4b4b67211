package io.jenkins.plugins.networkshell;

import hudson.Extension;
import io.jenkins.plugins.networkshell.run.DeviceWork;
import org.kohsuke.stapler.DataBoundConstructor;

/** The build step for backups. */
public final class NetworkBackupBuilder extends DeviceStepBuilder {
    private final NetworkBackupStep step;

    @DataBoundConstructor
    public NetworkBackupBuilder(NetworkBackupStep step) {
        this.step = step;
    }

    public NetworkBackupStep getStep() {
        return step;
    }

    @Override
    DeviceWork<?> work() {
        return step.work();
    }

    @Extension
    public static final class DescriptorImpl extends BuilderDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.NetworkBackupStep_DisplayName();
        }
    }
}
