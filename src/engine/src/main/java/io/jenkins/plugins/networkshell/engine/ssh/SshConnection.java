package io.jenkins.plugins.networkshell.engine.ssh;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import io.jenkins.plugins.networkshell.engine.error.ConnectionLostException;
import io.jenkins.plugins.networkshell.engine.ssh.channel.ChannelRequests;
import io.jenkins.plugins.networkshell.engine.ssh.channel.DeviceChannel;
import io.jenkins.plugins.networkshell.engine.ssh.channel.RequestRefusedException;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.ssh.event.SshLog;
import io.jenkins.plugins.networkshell.engine.ssh.link.SshLink;
import io.jenkins.plugins.networkshell.engine.ssh.task.BoundedTask;
import io.jenkins.plugins.networkshell.engine.target.AlgorithmsInUse;
import io.jenkins.plugins.networkshell.engine.target.ExecRequest;
import io.jenkins.plugins.networkshell.engine.target.HostKey;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.text.Durations;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An authenticated SSH connection, possibly through jump hosts. Any thread can open channels on it, several at a time.
 *
 * <p>The caller that opens it closes it. Closing ends its channels, then the connection, then the connections to jump
 * hosts.
 */
public final class SshConnection implements AutoCloseable {
    /** With this many bytes, a cold cipher costs more time than warming it up. */
    private static final long MANY_BYTES = 16 * 1024 * 1024;

    private final Target target;
    private final List<SshLink> chain;
    private final Cancellation cancellation;
    private final Cancellation.Registration registration;
    private final Runnable afterClose;
    /** Whether others use the connection to a jump host that this one goes through. */
    private final boolean shared;

    private final List<DeviceChannel> sessions = new CopyOnWriteArrayList<>();
    private final List<DeviceChannel> closing = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final long connectMillis;

    private SshConnection(
            Target target,
            List<SshLink> chain,
            Cancellation cancellation,
            Runnable afterClose,
            boolean shared,
            long connectMillis) {
        this.shared = shared;
        this.target = target;
        this.chain = chain;
        this.cancellation = cancellation;
        this.afterClose = afterClose;
        this.connectMillis = connectMillis;
        registration = cancellation.onCancel(() -> sessions.forEach(DeviceChannel::wake));
    }

    /**
     * Connects and logs in: jump hosts first, each with its own limits, credentials and host key check.
     *
     * @param cancellation ends the opening, and later every wait of the connection's channels
     * @throws NetworkShellException its {@code kind()} tells the cause
     */
    public static SshConnection open(Target target, ConnectionListener listener, Cancellation cancellation)
            throws NetworkShellException {
        return open(target, listener, cancellation, SshLog.NONE);
    }

    /**
     * The same, with a log of the protocol.
     *
     * @param log receives the events of the connection; the caller closes it after the connection
     */
    public static SshConnection open(Target target, ConnectionListener listener, Cancellation cancellation, SshLog log)
            throws NetworkShellException {
        List<Target> hops = ConnectionOpener.hops(target);
        return open(new ConnectionOpener(target, hops, null, listener, log), cancellation, () -> {});
    }

    /** @param afterClose runs after the opener's links are closed */
    static SshConnection open(ConnectionOpener opener, Cancellation cancellation, Runnable afterClose)
            throws NetworkShellException {
        long start = System.nanoTime();
        List<SshLink> chain = opener.open(cancellation);
        long millis = (System.nanoTime() - start) / 1_000_000;
        return new SshConnection(opener.last(), chain, cancellation, afterClose, opener.isShared(), millis);
    }

    /**
     * Connects, logs in and opens a shell. Closing the shell closes the connection and those to jump hosts, too.
     *
     * @see #open
     * @see #openShell
     */
    public static ShellChannel shell(Target target, Pty pty, ConnectionListener listener, Cancellation cancellation)
            throws NetworkShellException {
        return shell(target, pty, listener, cancellation, SshLog.NONE);
    }

    /** The same, with a log of the protocol. */
    public static ShellChannel shell(
            Target target, Pty pty, ConnectionListener listener, Cancellation cancellation, SshLog log)
            throws NetworkShellException {
        SshConnection connection = open(target, listener, cancellation, log);
        try {
            return connection.openShell(pty, connection::close);
        } catch (NetworkShellException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Opens a shell on a separate channel, within the login limit. Closing it leaves the connection open.
     *
     * @throws NetworkShellException {@code SHELL_REFUSED} if the device refuses it, {@code TIMEOUT} if it does not answer
     */
    public ShellChannel openShell(Pty pty) throws NetworkShellException {
        return openShell(pty, () -> {});
    }

    private ShellChannel openShell(Pty pty, Runnable afterClose) throws NetworkShellException {
        DeviceChannel session = openSession(false, opened -> new ChannelRequests(opened).shell(pty, loginMillis()));
        return new SshShell(this, session, afterClose);
    }

    /**
     * Starts a command on a separate channel, within the login limit. The caller closes the channel.
     *
     * @throws NetworkShellException {@code SHELL_REFUSED} if the device refuses it, {@code TIMEOUT} if it does not answer
     */
    public ExecChannel exec(ExecRequest request) throws NetworkShellException {
        return new SshExec(
                this, openSession(true, opened -> new ChannelRequests(opened).command(request, loginMillis())));
    }

    /**
     * Starts a subsystem (RFC 4254 section 6.5), for instance {@code sftp}, within the login limit. The caller closes the
     * channel.
     *
     * @throws NetworkShellException {@code SHELL_REFUSED} if the device has no such subsystem, {@code TIMEOUT} if it does
     *     not answer
     */
    public ExecChannel subsystem(String name) throws NetworkShellException {
        return new SshExec(
                this, openSession(true, opened -> new ChannelRequests(opened).subsystem(name, loginMillis())));
    }

    /** The requests on a new channel. */
    interface Start {
        void on(DeviceChannel session) throws IOException, RequestRefusedException;
    }

    DeviceChannel openSession(boolean separateErrors, Start start) throws NetworkShellException {
        if (closed.get()) {
            throw new ConnectionLostException(target.host(), "The connection is closed.", null);
        }
        DeviceChannel session = new DeviceChannel(link().connection(), separateErrors);
        NetworkShellException failure = null;
        try {
            open(session, start);
            sessions.add(session);
            if (cancellation.isCancelled()) {
                failure = new CancelledException(target.host(), "while opening a channel");
            }
        } catch (NetworkShellException e) {
            failure = e;
        }
        if (failure != null) {
            close(session);
            throw failure;
        }
        return session;
    }

    private void open(DeviceChannel session, Start start) throws NetworkShellException {
        BoundedTask task = new BoundedTask(
                target.host(),
                "while opening a channel",
                cancellation,
                target.limits().login(),
                this::channelTimeout);
        BoundedTask.Work<DeviceChannel> opening = progress -> ChannelOpening.run(this, session, start);
        if (shared || !sessions.isEmpty()) {
            task.runOnSeparateThread(opening);
        } else {
            task.runOnCallingThread(this::abort, opening);
        }
    }

    private NetworkShellException channelTimeout() {
        return new NetworkShellException(
                ErrorKind.TIMEOUT,
                target.host(),
                target.address() + " did not open a channel within "
                        + Durations.text(target.limits().login()) + ".",
                null,
                null);
    }

    private long loginMillis() {
        return target.limits().login().toMillis();
    }

    /**
     * Closes one channel and keeps the connection for the others. An interrupted thread leaves this to another thread,
     * because it could not wait for a key exchange to finish; and so does one that was cancelled, because it must not
     * wait for that as long as a login may take.
     */
    void close(DeviceChannel session) {
        sessions.remove(session);
        closePolitely(session);
        if (session.isClosing()) {
            closing.add(session);
        }
    }

    private void closePolitely(DeviceChannel session) {
        boolean interrupted = Thread.interrupted();
        if (!interrupted && !cancellation.isCancelled()) {
            session.sendCloseQuietly();
            return;
        }
        try {
            BoundedTask task = new BoundedTask(
                    target.host(),
                    "while closing a channel",
                    new Cancellation(),
                    target.limits().close(),
                    this::channelTimeout);
            task.runOnSeparateThread(progress -> {
                session.sendCloseQuietly();
                return null;
            });
        } catch (NetworkShellException e) {
            abort(); // the other side accepts nothing any more
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Waits until the device has closed the channels that we have closed. Until then, a device that allows one session
     * at a time refuses the next one, and Dropbear closes it if a process of the previous one is still ending.
     */
    void awaitClosing() {
        for (DeviceChannel session : closing) {
            session.awaitClosed(target.limits().close());
            closing.remove(session);
        }
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /** Drops the connection at once, because one of our threads hangs in a write to it. */
    void abort() {
        ConnectionCloser.abort(chain);
    }

    /** See {@link SshLink#cause}. */
    Throwable cause(Throwable e) {
        return link().cause(e);
    }

    /** Stops keepalives, for devices that can't handle them. Connections to jump hosts keep theirs. */
    void stopKeepAlives() {
        link().stopKeepAlives();
    }

    /** See {@link ExecChannel#expectBytes}. */
    void expectBytes(long count) {
        if (count >= MANY_BYTES) {
            link().warmUpCipher();
        }
    }

    SshLink link() {
        return chain.get(chain.size() - 1);
    }

    public Target target() {
        return target;
    }

    /** The server's identification line, for example {@code SSH-2.0-OpenSSH_9.2p1}. */
    public String serverVersion() {
        return link().serverVersion();
    }

    /** The device's banner before login, empty if there was none. */
    public String banner() {
        return link().banner();
    }

    /** The negotiated algorithms, one name per category. */
    public AlgorithmsInUse algorithmsInUse() {
        return link().algorithmsInUse();
    }

    /** The accepted host key of the device. */
    public HostKey hostKey() {
        return link().hostKey();
    }

    /** The time from the call of {@link #open} to the end of login, including jump hosts and retries. */
    public long connectMillis() {
        return connectMillis;
    }

    /** How long a message to the device and its answer took, jump hosts included; measured at the login. */
    public Duration roundTrip() {
        return link().roundTrip();
    }

    /** Whether the connection is still open, as far as we know. */
    public boolean isOpen() {
        return !closed.get() && link().isRunning();
    }

    /** Closes channels, connection and jump hosts within {@code Limits.close}. Never throws. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            registration.close();
            ConnectionCloser.run(target, sessions, chain, shared);
            afterClose.run();
        }
    }
}
