package io.jenkins.plugins.networkshell.run;

import io.jenkins.plugins.networkshell.plan.NetworkSession;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** The work of one of our steps in a build. */
public interface DeviceWork<R> {
    /**
     * @return what the step returns
     * @throws hudson.AbortException if it failed and should fail the step; the message is one sentence
     */
    R run(StepSite site) throws IOException, InterruptedException;

    /**
     * Shows the device in the list of a pipeline's steps, for a step inside a block that has the connection.
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
