package io.jenkins.plugins.networkshell;

import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.actions.ThreadNameAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;

/** A running {@link NetworkShellStep}. */
final class NetworkShellExecution extends SynchronousNonBlockingStepExecution<NetworkShellResult> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(NetworkShellExecution.class.getName());

    /** Not needed after a restart of the controller: the session is lost then. */
    private final transient NetworkShellStep step;

    NetworkShellExecution(NetworkShellStep step, StepContext context) {
        super(context);
        this.step = step;
    }

    @Override
    protected NetworkShellResult run() throws Exception {
        StepContext context = getContext();
        Place place = Place.of(context.get(FilePath.class), context.get(Launcher.class));
        return new SessionRunner(context.get(Run.class), context.get(TaskListener.class), place, isInParallel())
                .run(step, UnaryOperator.identity());
    }

    @Override
    public void onResume() {
        try {
            getContext().get(TaskListener.class).error(Messages.NetworkShellExecution_Restarted());
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "The sentence about the restart could not be written.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        super.onResume(); // with the exception that the condition nonresumable() of the step retry knows
    }

    /** Whether other branches may write to the log at the same time. */
    private boolean isInParallel() throws IOException, InterruptedException {
        FlowNode node = getContext().get(FlowNode.class);
        return node != null
                && node.getEnclosingBlocks().stream()
                        .anyMatch(block -> block.getPersistentAction(ThreadNameAction.class) != null);
    }
}
