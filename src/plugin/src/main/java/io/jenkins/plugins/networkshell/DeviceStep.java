package io.jenkins.plugins.networkshell;

import io.jenkins.plugins.networkshell.plan.NetworkSession;
import io.jenkins.plugins.networkshell.run.ArgumentsInBlock;
import io.jenkins.plugins.networkshell.step.ConnectionStep;
import java.util.Set;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.workflow.actions.ArgumentsAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
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

    /** A step inside a block has no host, so the list of the build's steps shows the block's. */
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
