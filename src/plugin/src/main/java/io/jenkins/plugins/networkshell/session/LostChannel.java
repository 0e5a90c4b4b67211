package io.jenkins.plugins.networkshell.session;

import hudson.remoting.Channel;
import io.jenkins.plugins.networkshell.engine.Cancellation;
import java.io.IOException;

/**
 * Ends a session on an agent that has lost its controller: nobody is there any more to stop it, and it would keep one of
 * the device's few lines busy until a limit is reached.
 */
final class LostChannel extends Channel.Listener implements AutoCloseable {
    private final Channel channel;
    private final Cancellation cancellation;

    private LostChannel(Channel channel, Cancellation cancellation) {
        this.channel = channel;
        this.cancellation = cancellation;
    }

    /** @param channel null on the controller, where there is none to lose */
    static LostChannel watch(Channel channel, Cancellation cancellation) {
        LostChannel watch = new LostChannel(channel, cancellation);
        if (channel != null) {
            channel.addListener(watch);
            if (channel.isClosingOrClosed()) {
                cancellation.cancel();
            }
        }
        return watch;
    }

    @Override
    public void onClosed(Channel closed, IOException cause) {
        cancellation.cancel();
    }

    @Override
    public void close() {
        if (channel != null) {
            channel.removeListener(this);
        }
    }
}
