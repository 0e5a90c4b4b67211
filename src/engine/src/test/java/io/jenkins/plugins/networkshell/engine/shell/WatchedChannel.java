package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.ssh.ShellChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Keeps what is written together. */
record WatchedChannel(ShellChannel channel, List<String> writes) implements ShellChannel {
    @Override
    public String host() {
        return channel.host();
    }

    @Override
    public int port() {
        return channel.port();
    }

    @Override
    public String serverVersion() {
        return channel.serverVersion();
    }

    @Override
    public String banner() {
        return channel.banner();
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws NetworkShellException {
        return channel.read(buffer, timeout);
    }

    @Override
    public void write(byte[] bytes) throws NetworkShellException {
        writes.add(new String(bytes, StandardCharsets.UTF_8));
        channel.write(bytes);
    }

    @Override
    public void close() {
        channel.close();
    }
}
