package io.jenkins.plugins.networkshell;

import hudson.Extension;
import io.jenkins.plugins.networkshell.run.DeviceWork;
import org.kohsuke.stapler.DataBoundConstructor;

/** The build step that copies files to a device. */
public final class NetworkPutBuilder extends DeviceStepBuilder {
    private final NetworkPutStep step;

    @DataBoundConstructor
    public NetworkPutBuilder(NetworkPutStep step) {
        this.step = step;
    }

    public NetworkPutStep getStep() {
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
            return Messages.NetworkPutStep_DisplayName();
        }
    }
}
