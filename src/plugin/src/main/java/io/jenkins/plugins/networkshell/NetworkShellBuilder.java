package io.jenkins.plugins.networkshell;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.tasks.Builder;
import io.jenkins.plugins.networkshell.form.FormMistake;
import io.jenkins.plugins.networkshell.run.DeviceWork;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.StaplerRequest2;

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

        /** Reports a mistake in the form; otherwise Jenkins would bind the inner step without its descriptor. */
        @Override
        public Builder newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
            try {
                return new NetworkShellBuilder(
                        (NetworkShellStep) ExtensionList.lookupSingleton(NetworkShellStep.DescriptorImpl.class)
                                .newInstance(request, form.getJSONObject("step")));
            } catch (FormMistake e) {
                throw new FormException(e.getMessage(), "commands");
            }
        }
    }
}
