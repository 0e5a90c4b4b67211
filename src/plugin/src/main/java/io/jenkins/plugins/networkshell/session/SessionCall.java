package io.jenkins.plugins.networkshell.session;

import hudson.remoting.Channel;
import hudson.remoting.RemoteOutputStream;
import io.jenkins.plugins.networkshell.console.LineBatch;
import io.jenkins.plugins.networkshell.console.SessionConsole;
import io.jenkins.plugins.networkshell.engine.Cancellation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import jenkins.security.MasterToSlaveCallable;
import jenkins.util.Timer;

/** A session on the way to the machine where it runs: an agent, or the controller itself. */
public final class SessionCall extends MasterToSlaveCallable<SessionReply, IOException> {
    private static final long serialVersionUID = 1L;

    private final SessionPlan plan;
    private final RemoteOutputStream log;

    /** @param log gets the session's lines, on the controller */
    public SessionCall(SessionPlan plan, OutputStream log) {
        this.plan = plan;
        this.log = new RemoteOutputStream(log);
    }

    /** @throws SessionCancelledException when the thread was interrupted; remoting takes one type of exception only */
    @Override
    public SessionReply call() throws IOException {
        Cancellation cancellation = new Cancellation();
        try (LostChannel watch = LostChannel.watch(Channel.current(), cancellation);
                LineBatch lines =
                        new LineBatch(log, Charset.forName(plan.console().charset()), Timer.get())) {
            SessionConsole console = new SessionConsole(plan.console(), plan.mask(), lines);
            return new DeviceSession(plan, console, cancellation).run();
        } catch (InterruptedException e) {
            throw new SessionCancelledException(e);
        }
    }
}
