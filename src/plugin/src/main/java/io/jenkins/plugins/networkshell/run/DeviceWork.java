package io.jenkins.plugins.networkshell.run;

import io.jenkins.plugins.networkshell.plan.NetworkSession;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** What one of our steps does in a build. */
public interface DeviceWork<R> {
    /**
     * @return what the step returns
     * @throws hudson.AbortException in one sentence, when it failed and is to fail then
     */
    R run(StepSite site) throws IOException, InterruptedException;

    /**
     * Shows in the list of a pipeline's steps which device the step is for, inside a block that has the connection.
     *
     * @param node of the step
     */
    default void showInBlock(FlowNode node, NetworkSession session) {}

    /**
     * Whether it still has something to keep when it is interrupted: the step then ends when the work does. A second stop
     * does not wait for it.
     */
    default boolean isFinishedWhenStopped() {
        return false;
    }
}
