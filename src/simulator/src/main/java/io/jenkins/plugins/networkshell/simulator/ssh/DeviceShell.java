package io.jenkins.plugins.networkshell.simulator.ssh;

import io.jenkins.plugins.networkshell.simulator.shell.ShellSession;
import io.jenkins.plugins.networkshell.simulator.shell.TerminalSize;
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
        TerminalSize size = new TerminalSize(number(env, Environment.ENV_COLUMNS), number(env, Environment.ENV_LINES));
        String user = owner.getSession().getUsername();
        ShellSession started = new ShellSession(channel.connection(), wire, user, size);
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
