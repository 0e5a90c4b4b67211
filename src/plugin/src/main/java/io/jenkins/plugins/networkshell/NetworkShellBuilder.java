package io.jenkins.plugins.networkshell;

import hudson.Extension;
import io.jenkins.plugins.networkshell.run.DeviceWork;
import org.kohsuke.stapler.DataBoundConstructor;

/** The build step for commands in a device's shell. */
public final class NetworkShellBuilder extends DeviceStepBuilder {
    private final NetworkShellStep step;

    @DataBoundConstructor
    public NetworkShellBuilder(NetworkShellStep step) {
        this.step = step;
    }

    public NetworkShellStep getStep() {
        return step;
    }

    @Override
    DeviceWork<?> work() {
        return new ShellWork(step);
    }

    @Extension
    public static final class DescriptorImpl extends BuilderDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.NetworkShellStep_DisplayName();
        }
    }
}
