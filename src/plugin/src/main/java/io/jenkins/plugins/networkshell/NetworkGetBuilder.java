package io.jenkins.plugins.networkshell;

import hudson.Extension;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** The build step for files from a device. */
public final class NetworkGetBuilder extends DeviceStepBuilder<NetworkGetStep> {
    @DataBoundConstructor
    public NetworkGetBuilder(NetworkGetStep step) {
        super(step);
    }

    @Override
    DeviceWork<?> work(NetworkGetStep step) {
        return new TransferWork(step);
    }

    @Extension
    @Symbol("networkGetBuild")
    public static final class DescriptorImpl extends BuilderDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.NetworkGetStep_DisplayName();
        }
    }
}
