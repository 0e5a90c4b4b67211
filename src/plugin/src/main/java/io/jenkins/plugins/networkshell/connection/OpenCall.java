package io.jenkins.plugins.networkshell.connection;

import io.jenkins.plugins.networkshell.console.ConsoleText;
import io.jenkins.plugins.networkshell.console.SessionConsole;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import java.io.IOException;
import java.io.OutputStream;

/** Connects and logs in; a shared connection stays open. */
public final class OpenCall extends DeviceCall<OpenCall.Opened> {
    private static final long serialVersionUID = 1L;

    /** @param server what the device calls its software, for instance {@code SSH-2.0-HUAWEI-1.5}; empty after a failure */
    public record Opened(String server, String failure) implements DeviceOutcome {
        private static final long serialVersionUID = 1L;
    }

    private final OpenPlan plan;

    /** @param log gets the lines, on the controller */
    public OpenCall(OpenPlan plan, OutputStream log) {
        super(plan, log);
        this.plan = plan;
    }

    @Override
    protected Opened perform(Connector connector, SessionConsole console) throws IOException {
        try (Lease lease = connector.connect()) {
            SshConnection connection = lease.connection();
            String server = ConsoleText.clean(connection.serverVersion());
            console.say(Messages.Connection_Open(connection.connectMillis(), server));
            return new Opened(server, null);
        } catch (CancelledException e) {
            throw e;
        } catch (NetworkShellException e) {
            return new Opened("", ConsoleText.clean(plan.mask().mask(e.describe())));
        }
    }
}
