package io.jenkins.plugins.networkshell;

import hudson.AbortException;
import hudson.FilePath;
import io.jenkins.plugins.networkshell.connection.CloseCall;
import io.jenkins.plugins.networkshell.connection.ConnectionPlan;
import io.jenkins.plugins.networkshell.connection.OpenCall;
import io.jenkins.plugins.networkshell.connection.OpenCall.Opened;
import io.jenkins.plugins.networkshell.console.ConsoleStyle;
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
    private volatile NetworkSession session;
    /** Where the log of the protocol is written; null for nowhere. */
    private volatile String folder;

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
        StepSite site = StepSite.of(getContext());
        if (site.session() != null) {
            throw new AbortException(Messages.NetworkSessionExecution_Nested());
        }
        session = NetworkSession.of(step, site.place());
        ConnectionPlanner planner = new ConnectionPlanner(step, site.in(session).surroundings());
        ConnectionPlan plan = withSshLog(planner.plan(), site);
        ConsoleStyle style = Checked.value(() -> site.console(planner.address(), false, null));
        try {
            Opened opened = new DeviceRunner(site).call(plan, log -> new OpenCall(plan, style, log));
            if (opened.failure() != null) {
                throw new AbortException(opened.failure());
            }
        } catch (Exception e) {
            close();
            throw e;
        }
        if (stopped) {
            close();
            return;
        }
        getContext()
                .newBodyInvoker()
                .withContext(session)
                .withCallback(new Closing())
                .start();
    }

    private ConnectionPlan withSshLog(ConnectionPlan plan, StepSite site) throws IOException, InterruptedException {
        if (sshLogArtifact(site) == null) {
            return plan;
        }
        SessionFolder created = SessionFolder.create(site);
        folder = created.remote();
        return plan.withSshLog(created.sshLog());
    }

    private String sshLogArtifact(StepSite site) throws IOException {
        return new ConnectionPlanner(step, site.surroundings()).sshLogArtifact();
    }

    /** Aborted before the block has begun: what was opened by then has to be closed. */
    @Override
    public void stop(Throwable cause) throws Exception {
        stopped = true;
        super.stop(cause);
        Timer.get().submit(this::closeQuietly);
    }

    private void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "A shared connection could not be closed.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void close() throws IOException, InterruptedException {
        if (session == null) {
            return;
        }
        StepSite site = StepSite.of(getContext());
        if (site.place().channel() == null) {
            return; // the agent is gone, and closes its connections by itself
        }
        site.place().channel().call(new CloseCall(session.id()));
        if (folder != null) {
            FilePath path = new FilePath(site.place().channel(), folder);
            folder = null;
            try (SessionFolder kept = new SessionFolder(path, site.listener())) {
                new SessionArchiver(site).archiveSshLog(sshLogArtifact(site), kept);
            }
        }
    }

    /** The end of the block. */
    private final class Closing extends TailCall {
        private static final long serialVersionUID = 1L;

        @Override
        protected void finished(StepContext context) throws IOException, InterruptedException {
            close();
        }
    }
}
