package io.jenkins.plugins.networkshell.engine.ssh;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.ssh.channel.DeviceChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;

/** A command or subsystem on a channel. */
final class SshExec implements ExecChannel {
    private static final Piece NOTHING = new Piece(Source.NOTHING, 0);
    private static final Piece END = new Piece(Source.END, 0);

    private final SshConnection connection;
    private final DeviceChannel channel;
    private final AtomicBoolean closed = new AtomicBoolean();

    SshExec(SshConnection connection, DeviceChannel channel) {
        this.connection = connection;
        this.channel = channel;
    }

    @Override
    public Piece read(byte[] buffer, int least, Duration timeout) throws NetworkShellException {
        if (channel.output().shouldLookAtPartner()) {
            return errors(buffer);
        }
        int count = ChannelIo.read(connection, channel, channel.output(), buffer, least, timeout);
        if (count > 0) {
            return new Piece(Source.OUTPUT, count);
        }
        if (channel.output().shouldLookAtPartner()) {
            return errors(buffer);
        }
        return count < 0 ? END : NOTHING;
    }

    /** Call it only if there are some: the output reports the end and any failure. */
    private Piece errors(byte[] buffer) throws NetworkShellException {
        return new Piece(Source.ERRORS, ChannelIo.read(connection, channel, channel.errors(), buffer, Duration.ZERO));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws NetworkShellException {
        ChannelIo.write(connection, channel, bytes, offset, length);
    }

    @Override
    public boolean write(byte[] bytes, int offset, int length, Duration timeout) throws NetworkShellException {
        return ChannelIo.write(connection, channel, bytes, offset, length, timeout.toNanos());
    }

    @Override
    public void expectBytes(long count) {
        connection.expectBytes(count);
    }

    @Override
    public void endInput() throws NetworkShellException {
        ChannelIo.send(connection, channel::sendEnd);
    }

    @Override
    public void signal(String name) throws NetworkShellException {
        ChannelIo.send(connection, () -> channel.sendSignal(name));
    }

    @Override
    public OptionalInt exitStatus() {
        Integer status = channel.getExitStatus();
        return status == null ? OptionalInt.empty() : OptionalInt.of(status);
    }

    @Override
    public Optional<String> exitSignal() {
        return Optional.ofNullable(channel.getExitSignal()).map(signal -> signal.toString());
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            connection.close(channel);
        }
    }
}
