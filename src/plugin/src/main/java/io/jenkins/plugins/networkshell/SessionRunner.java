package io.jenkins.plugins.networkshell;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.remoting.Channel;
import hudson.remoting.RequestAbortedException;
import io.jenkins.plugins.networkshell.credentials.BuildCredentials;
import io.jenkins.plugins.networkshell.session.SessionCall;
import io.jenkins.plugins.networkshell.session.SessionCancelledException;
import io.jenkins.plugins.networkshell.session.SessionPlan;
import io.jenkins.plugins.networkshell.session.SessionReply;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** A session with a device as part of a build: what step and build step have in common. */
final class SessionRunner {
    private final Run<?, ?> run;
    private final TaskListener listener;
    private final Place place;
    private final boolean prefixed;

    /** @param prefixed whether every line in the log names the device */
    SessionRunner(Run<?, ?> run, TaskListener listener, Place place, boolean prefixed) {
        this.run = run;
        this.listener = listener;
        this.place = place;
        this.prefixed = prefixed;
    }

    /**
     * @param expand replaces variables where the step's text may have some
     * @throws AbortException in one sentence, when the session failed and the step is to fail then
     */
    NetworkShellResult run(NetworkShellStep step, UnaryOperator<String> expand)
            throws IOException, InterruptedException {
        SessionPlanner planner = new SessionPlanner(step, expand, new BuildCredentials(run));
        ArtifactNames names = planner.artifactNames();
        FilePath folder = names == null ? null : place.folder();
        try {
            SessionPlan plan = planner.plan(
                    folder == null ? null : folder.getRemote(),
                    prefixed,
                    run.getCharset().name());
            SessionReply reply = call(plan);
            SessionHostKeys.report(reply, run.getExternalizableId());
            if (folder != null) {
                new SessionArchiver(run, listener, place).archive(reply, names, folder);
            }
            return result(reply, step.isFailOnError());
        } finally {
            delete(folder);
        }
    }

    private SessionReply call(SessionPlan plan) throws IOException, InterruptedException {
        MaskedLog log = new MaskedLog(listener.getLogger(), plan.masked(), run.getCharset());
        try {
            AgentPreparation.prepare(place.channel());
            return place.channel().call(new SessionCall(plan, log.stream()));
        } catch (SessionCancelledException e) {
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

    private AbortException lost(SessionPlan plan, Exception cause) {
        AbortException lost = new AbortException(
                Messages.SessionRunner_Lost(place.name(), plan.target().host()));
        lost.initCause(cause);
        return lost;
    }

    private NetworkShellResult result(SessionReply reply, boolean failOnError) throws AbortException {
        if (reply.failure() != null) {
            if (failOnError) {
                throw new AbortException(reply.failure());
            }
            listener.error(reply.failure());
        }
        return new NetworkShellResult(reply);
    }

    private void delete(FilePath folder) throws InterruptedException {
        if (folder == null) {
            return;
        }
        try {
            folder.deleteRecursive();
        } catch (IOException e) {
            // What went wrong before is what matters; on a lost agent there is nothing to delete from.
            if (!Channel.isClosedChannelException(e)) {
                listener.error(Messages.SessionRunner_NotDeleted(folder.getRemote(), e.getMessage()));
            }
        }
    }
}
