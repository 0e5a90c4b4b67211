package io.jenkins.plugins.networkshell.simulator.ssh;

import io.jenkins.plugins.networkshell.simulator.shell.Trigger;
import io.jenkins.plugins.networkshell.simulator.shell.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.io.IoOutputStream;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.server.ExitCallback;

/** A shell's channel, based on MINA. */
final class ChannelWire implements Wire {
    private final DeviceChannel channel;
    private IoOutputStream out;
    private ExitCallback exit;

    ChannelWire(DeviceChannel channel) {
        this.channel = channel;
    }

    void output(IoOutputStream stream) {
        out = stream;
    }

    void exitCallback(ExitCallback callback) {
        exit = callback;
    }

    @Override
    public void send(byte[] bytes, int offset, int length, Consumer<Boolean> done) {
        try {
            out.writeBuffer(new ByteArrayBuffer(bytes, offset, length)).addListener(f -> done.accept(f.isWritten()));
        } catch (IOException e) {
            // The client closed the channel while the device was still talking.
            done.accept(false);
        }
    }

    @Override
    public void exit(int status) {
        exit.onExit(status);
    }

    @Override
    public void fail(Trigger.Ending ending) {
        Session session = channel.getSession();
        try {
            if (ending instanceof Trigger.Drop) {
                session.getIoSession().close(true);
            } else if (ending instanceof Trigger.HangUp) {
                exit.onExit(1);
            } else if (ending instanceof Trigger.Disconnect disconnect) {
                session.disconnect(SshConstants.SSH2_DISCONNECT_BY_APPLICATION, disconnect.reason());
            } else if (ending instanceof Trigger.Eof) {
                channel.endOutput();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void rekey() {
        try {
            channel.getSession().reExchangeKeys();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
