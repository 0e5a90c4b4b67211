package io.jenkins.plugins.networkshell;

import io.jenkins.plugins.networkshell.step.ConnectionStep;
import java.util.Set;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
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

    /**
     * Whether nothing but the host was set. What a pipeline writes without a name is the host; in a block that has a
     * connection it can only be the command.
     */
    boolean isHostOnly() {
        return DescribableModel.uninstantiate2_(this).getArguments().keySet().equals(Set.of("host"));
    }

    /** What a text without a name means inside a block that has a connection: a parameter; null if it is a host there, too. */
    String unnamedInBlock() {
        return null;
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
