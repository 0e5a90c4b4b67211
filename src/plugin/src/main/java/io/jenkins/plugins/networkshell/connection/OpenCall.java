package io.jenkins.plugins.networkshell.connection;

import io.jenkins.plugins.networkshell.console.ConsoleText;
import io.jenkins.plugins.networkshell.console.SessionConsole;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import io.jenkins.plugins.networkshell.engine.session.ConnectionFacts;
import java.io.IOException;
import java.io.OutputStream;

/** Connects and logs in; a shared connection stays open. */
public final class OpenCall extends DeviceCall<OpenCall.Opened> {
    private static final long serialVersionUID = 1L;

    /** @param connection its facts; null after a failure */
    public record Opened(ConnectionFacts connection, String failure) implements DeviceOutcome {
        private static final long serialVersionUID = 1L;
    }

    private final OpenPlan plan;

    /** @param log receives the lines, on the controller */
    public OpenCall(OpenPlan plan, OutputStream log) {
        super(plan, log);
        this.plan = plan;
    }

    @Override
    protected Opened perform(Connector connector, SessionConsole console) throws IOException {
        try (Lease lease = connector.connect()) {
            return new Opened(ConnectionFacts.of(lease.connection()), null);
        } catch (CancelledException e) {
            throw e;
        } catch (NetworkShellException e) {
            return new Opened(null, ConsoleText.clean(plan.mask().mask(e.describe())));
        }
    }
}
