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
 * A build step of freestyle jobs: another way to write one of our steps, with build variables in it. No {@code
 * SimpleBuildStep}: Pipeline would offer each step a second time, below <em>step: General Build Step</em>.
 */
public abstract class DeviceStepBuilder extends Builder {
    /** What the step does. */
    abstract DeviceWork<?> work();

    @Override
    public final boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener)
            throws InterruptedException, IOException {
        Object result = work().run(StepSite.ofBuildStep(
                build, build.getWorkspace(), build.getEnvironment(listener), launcher, listener));
        if (result instanceof DeviceResult device && device.getFailure() != null) {
            build.setResult(Result.UNSTABLE); // nothing in such a job could look at the result
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
