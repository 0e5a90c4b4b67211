package io.jenkins.plugins.networkshell;

import hudson.model.Result;
import hudson.model.TaskListener;
import io.jenkins.plugins.networkshell.plan.NetworkSession;
import io.jenkins.plugins.networkshell.run.ArgumentsInBlock;
import io.jenkins.plugins.networkshell.run.StepSite;
import io.jenkins.plugins.networkshell.run.StoppedStep;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.actions.ArgumentsAction;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;

/** A running {@link DeviceStep}. */
final class DeviceStepExecution extends SynchronousNonBlockingStepExecution<Object> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(DeviceStepExecution.class.getName());

    /** Neither is needed after a restart of the controller: the work is lost then. */
    private final transient DeviceStep step;

    private final transient DeviceWork<?> work;

    DeviceStepExecution(DeviceStep step, DeviceWork<?> work, StepContext context) {
        super(context);
        this.step = step;
        this.work = work;
    }

    @Override
    protected Object run() throws Exception {
        try {
            StepSite site = StepSite.of(getContext());
            nameTheDevice(site.session());
            Object result = work.run(site);
            if (result instanceof DeviceResult device && device.getFailure() != null) {
                warn(device.getFailure());
                if (device.isConfigurationMissing()) {
                    site.run().setResult(Result.UNSTABLE);
                }
            }
            return result;
        } catch (InterruptedException e) {
            LOGGER.log(Level.FINE, "A step was interrupted.", e);
            throw StoppedStep.inOneSentence();
        }
    }

    /** For the list of the build's steps: a step inside a block has no host of its own. */
    private void nameTheDevice(NetworkSession session) throws IOException, InterruptedException {
        boolean unnamed = step.unnamedInBlock() != null && step.isHostOnly();
        FlowNode node = getContext().get(FlowNode.class);
        if (session == null || node == null || !unnamed && !step.getHost().isEmpty()) {
            return;
        }
        ArgumentsAction written = node.getPersistentAction(ArgumentsAction.class);
        if (written != null) {
            String host = session.step().getHost();
            node.replaceActions(
                    ArgumentsAction.class, new ArgumentsInBlock(written, host, unnamed ? step.unnamedInBlock() : null));
        }
    }

    /** The build goes on; the step shows that it is not what it should be. */
    private void warn(String failure) throws IOException, InterruptedException {
        FlowNode node = getContext().get(FlowNode.class);
        if (node != null) {
            node.addOrReplaceAction(new WarningAction(Result.UNSTABLE).withMessage(failure));
        }
    }

    @Override
    public void onResume() {
        try {
            getContext().get(TaskListener.class).error(Messages.DeviceStepExecution_Restarted());
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "The sentence about the restart could not be written.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        super.onResume(); // with the exception that the condition nonresumable() of the step retry knows
    }
}
