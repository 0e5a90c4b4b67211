package io.jenkins.plugins.networkshell;

import hudson.Extension;
import io.jenkins.plugins.networkshell.run.DeviceWork;
import org.kohsuke.stapler.DataBoundConstructor;

/** The build step that copies files from a device. */
public final class NetworkGetBuilder extends DeviceStepBuilder {
    private final NetworkGetStep step;

    @DataBoundConstructor
    public NetworkGetBuilder(NetworkGetStep step) {
        this.step = step;
    }

    public NetworkGetStep getStep() {
        return step;
    }

    @Override
    DeviceWork<?> work() {
        return new TransferWork(step);
    }

    @Extension
    public static final class DescriptorImpl extends BuilderDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.NetworkGetStep_DisplayName();
        }
    }
}
