package io.jenkins.plugins.networkshell;

import hudson.AbortException;
import hudson.FilePath;
import hudson.remoting.Channel;
import io.jenkins.plugins.networkshell.connection.CloseCall;
import io.jenkins.plugins.networkshell.connection.ConnectionPlan;
import io.jenkins.plugins.networkshell.connection.OpenCall;
import io.jenkins.plugins.networkshell.connection.OpenCall.Opened;
import io.jenkins.plugins.networkshell.connection.OpenPlan;
import io.jenkins.plugins.networkshell.console.ConsoleStyle;
import io.jenkins.plugins.networkshell.parameter.UserInput;
import io.jenkins.plugins.networkshell.plan.ConnectionPlanner;
import io.jenkins.plugins.networkshell.plan.NetworkSession;
import io.jenkins.plugins.networkshell.run.DeviceRunner;
import io.jenkins.plugins.networkshell.run.SessionArchiver;
import io.jenkins.plugins.networkshell.run.SessionFolder;
import io.jenkins.plugins.networkshell.run.SessionSlots;
import io.jenkins.plugins.networkshell.run.StepSite;
import io.jenkins.plugins.networkshell.run.StoppedStep;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** A running {@link NetworkSessionStep}: connects, runs the block, and closes the connection however the block ended. */
final class NetworkSessionExecution extends GeneralNonBlockingStepExecution {
    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(NetworkSessionExecution.class.getName());

    private final NetworkSessionStep step;
    /** Null before the connection is opened, and after it is closed. */
    private volatile NetworkSession session;
    /** The file for the protocol log; null for none. */
    private volatile String folder;

    /** Kept, because a context that has ended can no longer be queried. Null after a restart. */
    private transient volatile StepSite site;

    /** Null before a session slot is available, and after a restart. */
    private transient volatile SessionSlots.Slot slot;

    private transient volatile boolean stopped;

    NetworkSessionExecution(NetworkSessionStep step, StepContext context) {
        super(context);
        this.step = step;
    }

    @Override
    public boolean start() {
        run(this::open);
        return false;
    }

    private void open() throws Exception {
        StepSite here = StepSite.of(getContext());
        if (here.session() != null) {
            throw new AbortException(Messages.NetworkSessionExecution_Nested());
        }
        NetworkSession opening = NetworkSession.of(step, here.node().nodeName());
        ConnectionPlanner planner = new ConnectionPlanner(step, here.in(opening).planningContext());
        ConnectionPlan withoutLog = planner.plan();
        ConsoleStyle style = UserInput.value(() -> here.console(planner.address(), false, null));
        site = here;
        session = opening;
        try {
            DeviceRunner runner = new DeviceRunner(here);
            keep(runner.slot(withoutLog.target()));
            OpenPlan open = new OpenPlan(withSshLog(withoutLog), style);
            Opened opened = runner.call(open, log -> new OpenCall(open, log));
            if (opened.failure() != null) {
                throw new AbortException(opened.failure());
            }
            if (!stopped) {
                getContext()
                        .newBodyInvoker()
                        .withContext(opening)
                        .withCallback(new Closing())
                        .start();
                return;
            }
        } catch (InterruptedException e) {
            LOGGER.log(Level.FINE, "Connecting was interrupted.", e);
            close();
            throw StoppedStep.inOneSentence();
        } catch (Exception e) {
            close();
            throw e;
        }
        close();
    }

    /** Returns it at once if the step has been aborted meanwhile. */
    private synchronized void keep(SessionSlots.Slot taken) {
        if (session == null) {
            taken.close();
        } else {
            slot = taken;
        }
    }

    private ConnectionPlan withSshLog(ConnectionPlan plan) throws IOException, InterruptedException {
        if (sshLogArtifact() == null) {
            return plan;
        }
        SessionFolder created = SessionFolder.create(site);
        folder = created.remote();
        return plan.withSshLog(created.sshLog());
    }

    private String sshLogArtifact() throws IOException {
        return planner().sshLogArtifact();
    }

    private ConnectionPlanner planner() {
        return new ConnectionPlanner(step, site.planningContext());
    }

    /** Aborted before the block started, so everything opened so far must be closed. */
    @Override
    public void stop(Throwable cause) throws Exception {
        stopped = true;
        super.stop(cause);
        Timer.get().submit(this::close);
    }

    /** Logs problems but never fails the step: the block has its own result. */
    private synchronized void close() {
        if (session == null) {
            return;
        }
        NetworkSession closing = session;
        session = null;
        try {
            if (site == null) {
                site = StepSite.of(getContext());
            }
            String told = site.node().channel().call(new CloseCall(closing.id()));
            if (told != null) {
                site.listener().getLogger().println(site.prefix(planner().address()) + told);
            }
            archiveSshLog();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            // A disconnected agent closes its connections by itself.
            LOGGER.log(Level.FINE, "A shared connection could not be closed.", e);
            if (site != null && !Channel.isClosedChannelException(e)) {
                site.listener().error(Messages.NetworkSessionExecution_NotClosed(step.getHost(), e.getMessage()));
            }
        } finally {
            if (slot != null) {
                slot.close();
            }
        }
    }

    private void archiveSshLog() throws IOException, InterruptedException {
        if (folder == null) {
            return;
        }
        FilePath path = new FilePath(site.node().channel(), folder);
        folder = null;
        try (SessionFolder kept = new SessionFolder(path, site.listener())) {
            new SessionArchiver(site, planner().address()).archiveSshLog(sshLogArtifact(), kept);
        }
    }

    /** The end of the block. */
    private final class Closing extends TailCall {
        private static final long serialVersionUID = 1L;

        @Override
        protected void finished(StepContext context) {
            close();
        }
    }
}
