package io.jenkins.plugins.networkshell;

import io.jenkins.plugins.networkshell.step.ConnectionStep;
import org.kohsuke.stapler.DataBoundSetter;

/** A step that does something with a device and has a result. */
public abstract class DeviceStep extends ConnectionStep {
    private static final long serialVersionUID = 1L;

    /** Null, as in a job that was saved without it, means that it does. */
    private Boolean failOnError;

    private boolean quiet;

    protected DeviceStep(String host) {
        super(host);
    }

    public boolean isFailOnError() {
        return failOnError == null || failOnError;
    }

    /** @param value whether the step fails when something goes wrong; if not, the result says so */
    @DataBoundSetter
    public void setFailOnError(boolean value) {
        failOnError = value;
    }

    public boolean isQuiet() {
        return quiet;
    }

    /** @param value whether the output stays out of the log */
    @DataBoundSetter
    public void setQuiet(boolean value) {
        quiet = value;
    }
}
