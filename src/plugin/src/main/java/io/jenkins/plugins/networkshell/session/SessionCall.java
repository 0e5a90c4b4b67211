package io.jenkins.plugins.networkshell.session;

import io.jenkins.plugins.networkshell.connection.Connector;
import io.jenkins.plugins.networkshell.connection.DeviceCall;
import io.jenkins.plugins.networkshell.console.SessionConsole;
import java.io.IOException;
import java.io.OutputStream;

/** A session in a device's shell. */
public final class SessionCall extends DeviceCall<SessionReply> {
    private static final long serialVersionUID = 1L;

    private final SessionPlan plan;

    /** @param log receives the session's lines, on the controller */
    public SessionCall(SessionPlan plan, OutputStream log) {
        super(plan, log);
        this.plan = plan;
    }

    @Override
    protected SessionReply perform(Connector connector, SessionConsole console) throws IOException {
        return new PlannedSession(plan, connector, console).run();
    }
}
