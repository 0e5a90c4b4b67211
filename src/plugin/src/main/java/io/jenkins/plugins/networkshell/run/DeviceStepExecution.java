package io.jenkins.plugins.networkshell.run;

import hudson.model.Result;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;

/** A running step with a result. */
public final class DeviceStepExecution extends SynchronousNonBlockingStepExecution<Object> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(DeviceStepExecution.class.getName());

    /** Not needed after a restart of the controller, because the work is then lost. */
    private final transient DeviceWork<?> work;

    private transient Thread worker;
    private transient Throwable stopCause;

    public DeviceStepExecution(DeviceWork<?> work, StepContext context) {
        super(context);
        this.work = work;
    }

    @Override
    protected Object run() throws Exception {
        begin();
        try {
            Object result = work();
            throwStopCause(null);
            return result;
        } catch (IOException | RuntimeException e) {
            throwStopCause(e);
            throw e;
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        worker = Thread.currentThread();
    }

    private synchronized void end() {
        worker = null;
        Thread.interrupted(); // the thread belongs to a pool
    }

    /** What Pipeline itself throws at a stop, who stopped the build in it; the work's own exception says less. */
    private synchronized void throwStopCause(Exception e) throws Exception {
        if (stopCause == null) {
            return;
        }
        if (e != null) {
            stopCause.addSuppressed(e);
        }
        if (stopCause instanceof Exception cause) {
            throw cause;
        }
        throw new IllegalStateException(stopCause);
    }

    @Override
    public void stop(Throwable cause) throws Exception {
        if (!isStopping(cause)) {
            super.stop(cause);
        }
    }

    /** Whether the step ends by itself soon, since this was the first stop. */
    private synchronized boolean isStopping(Throwable cause) {
        if (worker == null || stopCause != null || !work.isFinishedWhenStopped()) {
            return false;
        }
        stopCause = cause;
        worker.interrupt();
        return true;
    }

    private Object work() throws Exception {
        try {
            StepSite site = StepSite.of(getContext());
            FlowNode node = getContext().get(FlowNode.class);
            if (node != null && site.session() != null) {
                work.showInBlock(node, site.session());
            }
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

    /** The build continues, and the step shows a warning. */
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
        super.onResume(); // with the exception that the condition nonresumable() of the step retry expects
    }
}
