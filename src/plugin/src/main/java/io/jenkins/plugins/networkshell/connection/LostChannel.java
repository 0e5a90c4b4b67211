package io.jenkins.plugins.networkshell.connection;

import hudson.remoting.Channel;
import java.io.IOException;

/**
 * Ends work on an agent that has lost its controller: nobody is there any more to stop it, and it would keep one of the
 * device's few lines busy until a limit is reached.
 */
final class LostChannel extends Channel.Listener implements AutoCloseable {
    private final Channel channel;
    private final Runnable end;

    private LostChannel(Channel channel, Runnable end) {
        this.channel = channel;
        this.end = end;
    }

    /**
     * @param channel null on the controller, if there is none to lose
     * @param end runs once the channel is closed; at once where it is closed already
     */
    static LostChannel watch(Channel channel, Runnable end) {
        LostChannel watch = new LostChannel(channel, end);
        if (channel != null) {
            channel.addListener(watch);
            if (channel.isClosingOrClosed()) {
                end.run();
            }
        }
        return watch;
    }

    @Override
    public void onClosed(Channel closed, IOException cause) {
        end.run();
    }

    @Override
    public void close() {
        if (channel != null) {
            channel.removeListener(this);
        }
    }
}
