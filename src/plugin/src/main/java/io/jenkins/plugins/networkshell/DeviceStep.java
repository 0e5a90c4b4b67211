package io.jenkins.plugins.networkshell;

import io.jenkins.plugins.networkshell.plan.NetworkSession;
import io.jenkins.plugins.networkshell.run.ArgumentsInBlock;
import io.jenkins.plugins.networkshell.step.ConnectionStep;
import java.util.Set;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.workflow.actions.ArgumentsAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.kohsuke.stapler.DataBoundSetter;

/** A step that works on a device and has a result. */
public abstract class DeviceStep extends ConnectionStep {
    private static final long serialVersionUID = 1L;

    /** Null, as in a job that was saved without this setting, means true. */
    private Boolean failOnError;

    private boolean quiet;

    protected DeviceStep(String host) {
        super(host);
    }

    /**
     * Whether only the host was set. In a pipeline, the unnamed parameter is the host; inside a block that has a
     * connection it can only be the command.
     */
    boolean isHostOnly() {
        return DescribableModel.uninstantiate2_(this).getArguments().keySet().equals(Set.of("host"));
    }

    /**
     * The parameter that an unnamed value sets inside a block that has a connection; null if it is the host there, too.
     */
    String unnamedInBlock() {
        return null;
    }

    /** A step inside a block has no host, so the list of the build's steps shows the block's host. */
    void showInBlock(FlowNode node, NetworkSession session) {
        boolean unnamed = unnamedInBlock() != null && isHostOnly();
        ArgumentsAction written = node.getPersistentAction(ArgumentsAction.class);
        if (written != null && (unnamed || getHost().isEmpty())) {
            String host = session.step().getHost();
            node.replaceActions(
                    ArgumentsAction.class, new ArgumentsInBlock(written, host, unnamed ? unnamedInBlock() : null));
        }
    }

    public boolean isFailOnError() {
        return failOnError == null || failOnError;
    }

    /** @param value whether an error fails the step; if not, the result reports it */
    @DataBoundSetter
    public void setFailOnError(boolean value) {
        failOnError = value;
    }

    public boolean isQuiet() {
        return quiet;
    }

    /** @param value whether to keep the output out of the log */
    @DataBoundSetter
    public void setQuiet(boolean value) {
        quiet = value;
    }
}
