package io.jenkins.plugins.networkshell;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractProject;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import io.jenkins.plugins.networkshell.run.DeviceWork;
import io.jenkins.plugins.networkshell.run.StepSite;
import java.io.IOException;
import jenkins.tasks.SimpleBuildStep;

/** A build step of freestyle jobs: another way to write one of our steps, with build variables in it. */
public abstract class DeviceStepBuilder extends Builder implements SimpleBuildStep {
    /** What the step does. */
    abstract DeviceWork<?> work();

    @Override
    public final void perform(Run<?, ?> run, FilePath workspace, EnvVars env, Launcher launcher, TaskListener listener)
            throws InterruptedException, IOException {
        work().run(StepSite.ofBuildStep(run, workspace, env, launcher, listener));
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
