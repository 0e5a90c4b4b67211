package io.jenkins.plugins.networkshell;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.AbstractProject;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import java.io.IOException;
import java.util.function.UnaryOperator;
import jenkins.tasks.SimpleBuildStep;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** The build step of freestyle jobs: another way to write a {@link NetworkShellStep}, with build variables in it. */
public final class NetworkShellBuilder extends Builder implements SimpleBuildStep {
    private final NetworkShellStep step;

    @DataBoundConstructor
    public NetworkShellBuilder(NetworkShellStep step) {
        this.step = step;
    }

    public NetworkShellStep getStep() {
        return step;
    }

    @Override
    public void perform(Run<?, ?> run, FilePath workspace, EnvVars env, Launcher launcher, TaskListener listener)
            throws InterruptedException, IOException {
        UnaryOperator<String> expand = run instanceof AbstractBuild ? env::expand : UnaryOperator.identity();
        new SessionRunner(run, listener, Place.of(workspace, launcher), false).run(step, expand);
    }

    /** Not the word of the step: a pipeline would not know which of the two is meant. */
    @Extension
    @Symbol("networkShellBuild")
    public static final class DescriptorImpl extends BuildStepDescriptor<Builder> {
        @Override
        public String getDisplayName() {
            return Messages.NetworkShellBuilder_DisplayName();
        }

        @Override
        @SuppressWarnings("rawtypes")
        public boolean isApplicable(Class<? extends AbstractProject> jobType) {
            return true;
        }
    }
}
