package io.jenkins.plugins.networkshell.simulator.ssh;

import io.jenkins.plugins.networkshell.simulator.shell.ExecSession;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.channel.ChannelSession;

/** Connects MINA's exec command to an {@link ExecSession}; the client's input is not read. */
final class DeviceExec extends AsyncOutput {
    private final String command;

    DeviceExec(DeviceChannel channel, String command) {
        super(channel);
        this.command = command;
    }

    @Override
    public void start(ChannelSession owner, Environment env) {
        new ExecSession(channel.connection(), wire, owner.getSession().getUsername()).run(command);
    }

    @Override
    public int data(ChannelSession owner, byte[] buffer, int start, int length) {
        return length;
    }

    @Override
    public void close() {
        // nothing is read
    }

    @Override
    public void destroy(ChannelSession owner) {
        // the wire reports it when the next piece is sent
    }
}
