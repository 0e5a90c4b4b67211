package io.jenkins.plugins.networkshell;

import hudson.Extension;
import io.jenkins.plugins.networkshell.files.TransferPlan.Direction;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code networkGet}: copies files from a device into the workspace. */
public final class NetworkGetStep extends TransferStep {
    private static final long serialVersionUID = 1L;

    /** @param host name or address of the device */
    @DataBoundConstructor
    public NetworkGetStep(String host) {
        super(host);
    }

    @Override
    Direction direction() {
        return Direction.GET;
    }

    @Extension
    public static final class DescriptorImpl extends TransferStepDescriptor {
        @Override
        public String getFunctionName() {
            return "networkGet";
        }

        @Override
        public String getDisplayName() {
            return Messages.NetworkGetStep_DisplayName();
        }
    }
}
