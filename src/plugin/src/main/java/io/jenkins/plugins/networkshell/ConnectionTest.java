package io.jenkins.plugins.networkshell;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.networkshell.credentials.ItemCredentials;
import io.jenkins.plugins.networkshell.session.SessionCall;
import io.jenkins.plugins.networkshell.session.SessionPlan;
import io.jenkins.plugins.networkshell.session.SessionReply;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.UnaryOperator;

/** A session without commands, to see whether a device lets us in. */
record ConnectionTest(@CheckForNull Item item) {
    /** Somebody is waiting in front of a form. */
    private static final String LIMIT = "30s";

    FormValidation run(NetworkShellStep step) throws IOException, InterruptedException {
        step.setSessionTimeout(LIMIT);
        step.setSilenceTimeout(LIMIT);
        try {
            SessionPlan plan =
                    new SessionPlanner(step, UnaryOperator.identity(), new ItemCredentials(item)).planOfNothing();
            SessionReply reply = new SessionCall(plan, OutputStream.nullOutputStream()).call();
            SessionHostKeys.report(reply, item == null ? "" : item.getFullName());
            return reply.failure() == null
                    ? FormValidation.ok(Messages.ConnectionTest_Ok(reply.platform(), reply.prompt()))
                    : FormValidation.error(reply.failure());
        } catch (AbortException e) {
            return FormValidation.error(e.getMessage());
        }
    }
}
