package io.jenkins.plugins.networkshell;

import hudson.Extension;
import io.jenkins.plugins.networkshell.run.DeviceWork;
import org.kohsuke.stapler.DataBoundConstructor;

/** The build step for one command on an exec channel. */
public final class NetworkExecBuilder extends DeviceStepBuilder {
    private final NetworkExecStep step;

    @DataBoundConstructor
    public NetworkExecBuilder(NetworkExecStep step) {
        this.step = step;
    }

    public NetworkExecStep getStep() {
        return step;
    }

    @Override
    DeviceWork<?> work() {
        return new ExecWork(step);
    }

    @Extension
    public static final class DescriptorImpl extends BuilderDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.NetworkExecStep_DisplayName();
        }
    }
}
