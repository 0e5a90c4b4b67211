package io.jenkins.plugins.networkshell.engine.ssh;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.ssh.channel.DeviceChannel;
import io.jenkins.plugins.networkshell.engine.text.Durations;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** A shell on a channel. */
final class SshShell implements ShellChannel {
    private final SshConnection connection;
    private final DeviceChannel session;
    private final Runnable afterClose;
    private final AtomicBoolean closed = new AtomicBoolean();

    SshShell(SshConnection connection, DeviceChannel session, Runnable afterClose) {
        this.connection = connection;
        this.session = session;
        this.afterClose = afterClose;
    }

    @Override
    public String host() {
        return connection.target().host();
    }

    @Override
    public int port() {
        return connection.target().port();
    }

    @Override
    public String serverVersion() {
        return connection.serverVersion();
    }

    @Override
    public String banner() {
        return connection.banner();
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws NetworkShellException {
        return ChannelIo.read(connection, session, session.output(), buffer, timeout);
    }

    @Override
    public void write(byte[] bytes) throws NetworkShellException {
        Duration limit = connection.target().limits().silence();
        if (!ChannelIo.write(connection, session, bytes, 0, bytes.length, limit.toNanos())) {
            throw new NetworkShellException(
                    ErrorKind.TIMEOUT,
                    host(),
                    host() + " accepted no input for " + Durations.text(limit) + ".",
                    null,
                    null);
        }
    }

    @Override
    public void stopKeepAlives() {
        connection.stopKeepAlives();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            connection.close(session);
            afterClose.run();
        }
    }
}
