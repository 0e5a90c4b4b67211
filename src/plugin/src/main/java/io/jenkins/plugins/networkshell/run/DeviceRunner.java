package io.jenkins.plugins.networkshell.run;

import hudson.AbortException;
import hudson.remoting.Channel;
import hudson.remoting.ChannelClosedException;
import hudson.remoting.RequestAbortedException;
import io.jenkins.plugins.networkshell.connection.BlockTimeoutException;
import io.jenkins.plugins.networkshell.connection.CallCancelledException;
import io.jenkins.plugins.networkshell.connection.DeviceCall;
import io.jenkins.plugins.networkshell.connection.DeviceOutcome;
import io.jenkins.plugins.networkshell.connection.DevicePlan;
import io.jenkins.plugins.networkshell.connection.DeviceReply;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.io.IOException;
import java.io.OutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs work with a device where the step runs; shared by all steps and build steps. */
public record DeviceRunner(StepSite site) {
    private static final Logger LOGGER = Logger.getLogger(DeviceRunner.class.getName());

    /** Creates the call with the destination of its log lines. */
    public interface CallFactory<R extends DeviceOutcome> {
        DeviceCall<R> to(OutputStream log);
    }

    /**
     * @return the reply, even if the device caused a failure
     * @throws AbortException if the agent was lost, or the administrator's policy forbids the session; the message is
     *     one sentence
     */
    @SuppressWarnings("try") // the slot is only there to be closed
    public <R extends DeviceOutcome> R call(DevicePlan plan, CallFactory<R> factory)
            throws IOException, InterruptedException {
        if (plan.connection().shared() != null) {
            return callThere(plan, factory); // the block has the slot
        }
        try (SessionSlots.Slot slot = slot(plan.connection().target())) {
            return callThere(plan, factory);
        }
    }

    /** Waits until another session may run, and says so in the log. */
    public SessionSlots.Slot slot(Target target) throws AbortException, InterruptedException {
        return SessionSlots.get()
                .take(
                        site.node(),
                        target,
                        sentence -> site.listener().getLogger().println(site.prefix(target.address()) + sentence));
    }

    private <R extends DeviceOutcome> R callThere(DevicePlan plan, CallFactory<R> factory)
            throws IOException, InterruptedException {
        ExecutionNode node = site.node();
        MaskedLog log = new MaskedLog(
                site.listener().getLogger(), plan.secrets(), site.run().getCharset());
        try {
            AgentPreparation.prepare(node.channel());
            DeviceReply<R> reply = node.channel().call(factory.to(log.stream()));
            SessionHostKeys.report(plan.connection().target(), reply, site.run().getExternalizableId());
            return reply.outcome();
        } catch (BlockTimeoutException e) {
            throw new AbortException(e.describe());
        } catch (CallCancelledException e) {
            InterruptedException interrupted = new InterruptedException(e.getMessage());
            interrupted.initCause(e);
            throw interrupted;
        } catch (IOException | RequestAbortedException e) {
            if (Channel.isClosedChannelException(e) || e instanceof RequestAbortedException) {
                throw lost(plan, e);
            }
            throw e;
        }
    }

    private AbortException lost(DevicePlan plan, Exception cause) {
        AbortException lost = new AbortException(Messages.DeviceRunner_Lost(
                site.node().name(), plan.connection().target().host()));
        LOGGER.log(Level.FINE, "An agent was lost.", cause);
        // The condition agent() of the step retry checks for it. Pipeline can't serialize every cause, and would print
        // all of it instead of the sentence.
        ChannelClosedException closed = new ChannelClosedException((Channel) null, cause.getMessage(), null);
        closed.setStackTrace(new StackTraceElement[0]);
        lost.initCause(closed);
        return lost;
    }

    /** @throws AbortException with the failure, if the step should fail; otherwise the log shows it */
    public void judge(DeviceOutcome outcome, boolean failOnError) throws AbortException {
        if (outcome.failure() != null) {
            judge(outcome.failure(), failOnError);
        }
    }

    /** Handles a failure given as a sentence. */
    public void judge(String failure, boolean failOnError) throws AbortException {
        if (failOnError) {
            throw new AbortException(failure);
        }
        site.listener().error(failure);
    }
}
