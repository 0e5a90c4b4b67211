package io.jenkins.plugins.networkshell.simulator.ssh;

import io.jenkins.plugins.networkshell.simulator.shell.ShellRequest;
import io.jenkins.plugins.networkshell.simulator.shell.ShellSession;
import java.util.Arrays;
import java.util.Set;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.channel.ChannelSession;

/** Connects MINA's shell command to a {@link ShellSession}. */
final class DeviceShell extends AsyncOutput {
    private final Set<ShellSession> openShells;
    private ShellSession session;

    DeviceShell(DeviceChannel channel, Set<ShellSession> openShells) {
        super(channel);
        this.openShells = openShells;
    }

    @Override
    public void start(ChannelSession owner, Environment env) {
        ShellRequest request = new ShellRequest(owner.getSession().getUsername(), number(env, Environment.ENV_COLUMNS));
        ShellSession started = new ShellSession(channel.connection(), wire, request);
        synchronized (this) {
            session = started;
        }
        openShells.add(started);
        started.start();
    }

    private static int number(Environment env, String name) {
        String value = env.getEnv().get(name);
        return value == null || !value.matches("\\d{1,9}") ? 0 : Integer.parseInt(value);
    }

    private synchronized ShellSession session() {
        return session;
    }

    void resize(int columns) {
        ShellSession current = session();
        if (current != null) {
            current.resize(columns);
        }
    }

    @Override
    public int data(ChannelSession owner, byte[] buffer, int start, int length) {
        ShellSession current = session();
        if (current != null) {
            current.data(Arrays.copyOfRange(buffer, start, start + length));
        }
        return length;
    }

    /** The client's end-of-file; MINA also calls it when the channel closes. */
    @Override
    public void close() {
        ShellSession current = session();
        if (current != null && channel.isEofSignalled()) {
            current.eof();
        }
    }

    @Override
    public void destroy(ChannelSession owner) {
        ShellSession current = session();
        if (current != null) {
            openShells.remove(current);
            current.destroy();
        }
    }
}
