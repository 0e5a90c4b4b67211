package io.jenkins.plugins.networkshell.connection;

import hudson.remoting.Channel;
import hudson.remoting.RemoteOutputStream;
import io.jenkins.plugins.networkshell.console.ConsoleStyle;
import io.jenkins.plugins.networkshell.console.LineBatch;
import io.jenkins.plugins.networkshell.console.SessionConsole;
import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import jenkins.security.MasterToSlaveCallable;
import jenkins.util.Timer;

/**
 * Work with a device on its way to the machine where it is done: an agent, or the controller itself. Nothing has to be
 * looked up there.
 */
public abstract class DeviceCall<R extends DeviceOutcome> extends MasterToSlaveCallable<DeviceReply<R>, IOException> {
    private static final long serialVersionUID = 1L;

    private final DevicePlan devicePlan;
    private final RemoteOutputStream log;

    /** @param log gets the lines, on the controller */
    protected DeviceCall(DevicePlan devicePlan, OutputStream log) {
        this.devicePlan = devicePlan;
        this.log = new RemoteOutputStream(log);
    }

    /**
     * @throws CallCancelledException when the thread was interrupted; remoting takes one type of exception only
     * @throws BlockTimeoutException when a shared connection has reached its limit meanwhile
     */
    @Override
    @SuppressWarnings("try") // the watch is only there to be closed
    public final DeviceReply<R> call() throws IOException {
        ConnectionPlan connection = devicePlan.connection();
        ConsoleStyle style = devicePlan.console();
        Cancellation cancellation = new Cancellation();
        try (LostChannel watch = LostChannel.watch(Channel.current(), cancellation::cancel);
                LineBatch lines = new LineBatch(log, Charset.forName(style.charset()), Timer.get())) {
            SessionConsole console = new SessionConsole(style, devicePlan.mask(), lines);
            RefusedKeys refusedKeys = new RefusedKeys(console);
            Connector connector = new Connector(connection, refusedKeys, console, cancellation);
            R outcome = performed(connector, console);
            connector.sayWhatIsMissing();
            return new DeviceReply<>(outcome, connection.hostKeys().learned(), refusedKeys.keys());
        }
    }

    private R performed(Connector connector, SessionConsole console) throws IOException {
        try {
            return perform(connector, console);
        } catch (CancelledException e) {
            Thread.interrupted(); // told by the exception from here on
            BlockTimeoutException expired = connector.expired();
            throw expired == null ? new CallCancelledException(e) : expired;
        } finally {
            if (Channel.current() != null) {
                // This thread sends the answer, and may leave it at half of that when it is interrupted. What
                // comes next over the connection to the controller would be lost.
                Thread.interrupted();
            }
        }
    }

    /**
     * Does the work.
     *
     * @return with a failure where the device is to blame
     * @throws CancelledException when it was cancelled
     * @throws IOException when the machine's own disk fails
     */
    protected abstract R perform(Connector connector, SessionConsole console) throws IOException;
}
