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
import java.util.function.Supplier;
import jenkins.security.MasterToSlaveCallable;
import jenkins.util.Timer;

/**
 * Work with a device that is sent to the machine where it runs: an agent, or the controller. It looks nothing up there.
 */
public abstract class DeviceCall<R extends DeviceOutcome> extends MasterToSlaveCallable<DeviceReply<R>, IOException> {
    private static final long serialVersionUID = 1L;

    private final DevicePlan devicePlan;
    private final RemoteOutputStream log;

    /** @param log receives the lines, on the controller */
    protected DeviceCall(DevicePlan devicePlan, OutputStream log) {
        this.devicePlan = devicePlan;
        this.log = new RemoteOutputStream(log);
    }

    /**
     * @throws CallCancelledException if the thread was interrupted; remoting allows only one type of exception
     * @throws BlockTimeoutException if a shared connection has reached its limit in the meantime
     */
    @Override
    public final DeviceReply<R> call() throws IOException {
        return call(OpenConnections::here);
    }

    @SuppressWarnings("try") // the watch is only there to be closed
    final DeviceReply<R> call(Supplier<OpenConnections> connections) throws IOException {
        ConnectionPlan connection = devicePlan.connection();
        ConsoleStyle style = devicePlan.console();
        Cancellation cancellation = new Cancellation();
        try (LostChannel watch = LostChannel.watch(Channel.current(), cancellation::cancel);
                LineBatch lines = new LineBatch(log, Charset.forName(style.charset()), Timer.get())) {
            SessionConsole console = new SessionConsole(style, devicePlan.mask(), lines);
            RefusedKeys refusedKeys = new RefusedKeys(console);
            Connector connector = new Connector(connection, refusedKeys, console, cancellation, connections);
            R outcome = performed(connector, console);
            connector.sayWhatIsMissing();
            return new DeviceReply<>(outcome, connection.hostKeys().learned(), refusedKeys.keys());
        }
    }

    private R performed(Connector connector, SessionConsole console) throws IOException {
        try {
            R outcome = perform(connector, console);
            // What is running when the block's limit closes the connection may see only that the connection is gone.
            BlockTimeoutException expired = outcome.failure() == null ? null : connector.expired();
            if (expired != null) {
                throw expired;
            }
            return outcome;
        } catch (CancelledException e) {
            Thread.interrupted(); // reported by the exception from here on
            BlockTimeoutException expired = connector.expired();
            throw expired == null ? new CallCancelledException(e) : expired;
        } finally {
            if (Channel.current() != null) {
                // This thread sends the answer. If it is interrupted while sending, the channel to the controller is
                // corrupted.
                Thread.interrupted();
            }
        }
    }

    /**
     * Does the work.
     *
     * @return with a failure if the device caused one
     * @throws CancelledException if it was cancelled
     * @throws IOException if the machine's own disk fails
     */
    protected abstract R perform(Connector connector, SessionConsole console) throws IOException;
}
