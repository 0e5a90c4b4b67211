package io.jenkins.plugins.networkshell.simulator.ssh;

import java.io.InputStream;
import java.io.OutputStream;
import org.apache.sshd.common.io.IoInputStream;
import org.apache.sshd.common.io.IoOutputStream;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelDataReceiver;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.channel.ChannelSessionAware;
import org.apache.sshd.server.command.AsyncCommand;

/** A MINA command that never blocks: declines MINA's streams, and receives input as data. */
abstract class AsyncOutput implements AsyncCommand, ChannelSessionAware, ChannelDataReceiver {
    final ChannelWire wire;
    final DeviceChannel channel;

    AsyncOutput(DeviceChannel channel) {
        this.channel = channel;
        this.wire = new ChannelWire(channel);
    }

    @Override
    public final void setChannelSession(ChannelSession owner) {
        // MINA would otherwise set up a pipe that somebody must read.
        owner.setDataReceiver(this);
    }

    @Override
    public final void setIoOutputStream(IoOutputStream out) {
        wire.output(out);
    }

    @Override
    public final void setExitCallback(ExitCallback callback) {
        wire.exitCallback(callback);
    }

    @Override
    public final void setIoInputStream(IoInputStream in) {
        // input comes as data
    }

    @Override
    public final void setIoErrorStream(IoOutputStream err) {
        // devices print errors to the same stream
    }

    @Override
    public final void setInputStream(InputStream in) {
        // input comes as data
    }

    @Override
    public final void setOutputStream(OutputStream out) {
        // the asynchronous stream is used
    }

    @Override
    public final void setErrorStream(OutputStream err) {
        // the asynchronous stream is used
    }
}
