package io.jenkins.plugins.networkshell.engine.record;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.ssh.ShellChannel;
import java.time.Duration;

/** A channel with a recorded conversation. Closing it does not close the observer. */
public final class RecordingChannel implements ShellChannel {
    private final ShellChannel channel;
    private final ChannelObserver recorder;

    public RecordingChannel(ShellChannel channel, ChannelObserver recorder) {
        this.channel = channel;
        this.recorder = recorder;
    }

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
        int count = channel.read(buffer, timeout);
        if (count > 0) {
            recorder.received(buffer, count);
        }
        return count;
    }

    @Override
    public void write(byte[] bytes) throws NetworkShellException {
        recorder.sending(bytes);
        channel.write(bytes);
    }

    @Override
    public boolean isWatchedTurnByTurn() {
        return recorder.isTurnByTurn();
    }

    @Override
    public void stopKeepAlives() {
        channel.stopKeepAlives();
    }

    @Override
    public void close() {
        channel.close();
    }
}
