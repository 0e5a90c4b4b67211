package io.jenkins.plugins.networkshell;

import hudson.Extension;
import io.jenkins.plugins.networkshell.plan.NetworkSession;
import io.jenkins.plugins.networkshell.step.ConnectionStep;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code networkSession}: a block whose steps share one connection. */
public final class NetworkSessionStep extends ConnectionStep {
    private static final long serialVersionUID = 1L;

    /** @param host name or address of the device */
    @DataBoundConstructor
    public NetworkSessionStep(String host) {
        super(host);
    }

    @Override
    public StepExecution start(StepContext context) {
        return new NetworkSessionExecution(this, context);
    }

    @Extension
    public static final class DescriptorImpl extends ConnectionStepDescriptor {
        @Override
        public String getFunctionName() {
            return "networkSession";
        }

        @Override
        public String getDisplayName() {
            return Messages.NetworkSessionStep_DisplayName();
        }

        @Override
        public boolean takesImplicitBlockArgument() {
            return true;
        }

        @Override
        public Set<? extends Class<?>> getProvidedContext() {
            return Set.of(NetworkSession.class);
        }
    }
}
