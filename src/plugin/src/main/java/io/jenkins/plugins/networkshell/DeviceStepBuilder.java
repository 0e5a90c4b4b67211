package io.jenkins.plugins.networkshell;

import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.AbstractProject;
import hudson.model.BuildListener;
import hudson.model.Result;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import io.jenkins.plugins.networkshell.run.DeviceResult;
import io.jenkins.plugins.networkshell.run.DeviceWork;
import io.jenkins.plugins.networkshell.run.StepSite;
import java.io.IOException;

/**
 * A build step of freestyle jobs: runs one of our steps, with build variables replaced. It is not a {@code
 * SimpleBuildStep}, because Pipeline would then offer each step a second time, under <em>step: General Build Step</em>.
 */
public abstract class DeviceStepBuilder extends Builder {
    /** The step to run. */
    abstract DeviceWork<?> work();

    @Override
    public final boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener)
            throws InterruptedException, IOException {
        Object result = work().run(StepSite.ofBuildStep(
                build, build.getWorkspace(), build.getEnvironment(listener), launcher, listener));
        if (result instanceof DeviceResult device && device.getFailure() != null) {
            build.setResult(Result.UNSTABLE); // nothing in such a job could read the result
        }
        return true;
    }

    /** They have no symbols: with one, Pipeline Syntax would list each a second time, under the title of its step. */
    protected abstract static class BuilderDescriptor extends BuildStepDescriptor<Builder> {
        @Override
        @SuppressWarnings("rawtypes")
        public boolean isApplicable(Class<? extends AbstractProject> jobType) {
            return true;
        }
    }
}
