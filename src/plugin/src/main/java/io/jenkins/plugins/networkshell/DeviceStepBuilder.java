package io.jenkins.plugins.networkshell;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractProject;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import java.io.IOException;
import jenkins.tasks.SimpleBuildStep;

/** A build step of freestyle jobs: another way to write one of our steps, with build variables in it. */
public abstract class DeviceStepBuilder<S extends DeviceStep> extends Builder implements SimpleBuildStep {
    private final S step;

    protected DeviceStepBuilder(S step) {
        this.step = step;
    }

    public S getStep() {
        return step;
    }

    abstract DeviceWork<?> work(S step);

    @Override
    public final void perform(Run<?, ?> run, FilePath workspace, EnvVars env, Launcher launcher, TaskListener listener)
            throws InterruptedException, IOException {
        work(step).run(StepSite.ofBuildStep(run, workspace, env, launcher, listener));
    }

    /** Their symbols are not the words of the steps: a pipeline would not know which of the two is meant. */
    protected abstract static class BuilderDescriptor extends BuildStepDescriptor<Builder> {
        @Override
        @SuppressWarnings("rawtypes")
        public boolean isApplicable(Class<? extends AbstractProject> jobType) {
            return true;
        }
    }
}
