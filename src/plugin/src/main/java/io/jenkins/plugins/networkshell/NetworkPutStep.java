package io.jenkins.plugins.networkshell;

import hudson.Extension;
import io.jenkins.plugins.networkshell.files.TransferPlan.Direction;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code networkPut}: copies files from the workspace to a device. */
public final class NetworkPutStep extends TransferStep {
    private static final long serialVersionUID = 1L;

    /** @param host name or address of the device */
    @DataBoundConstructor
    public NetworkPutStep(String host) {
        super(host);
    }

    @Override
    Direction direction() {
        return Direction.PUT;
    }

    @Extension
    public static final class DescriptorImpl extends TransferStepDescriptor {
        @Override
        public String getFunctionName() {
            return "networkPut";
        }

        @Override
        public String getDisplayName() {
            return Messages.NetworkPutStep_DisplayName();
        }
    }
}
