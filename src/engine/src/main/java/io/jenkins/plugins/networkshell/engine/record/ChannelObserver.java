package io.jenkins.plugins.networkshell.engine.record;

import io.jenkins.plugins.networkshell.engine.platform.Platform;
import java.util.List;

/** Observes the traffic of a channel, on the threads that use it. Must be quick, and must not throw. */
public interface ChannelObserver {
    /** @param count the number of received bytes in {@code bytes} */
    void received(byte[] bytes, int count);

    /** {@code typed} is about to be sent. */
    void sending(byte[] typed);

    /** The secret patterns of the device's platform are known from now on. Called again for each further platform. */
    void recognised(Platform platform);

    /** Whether each answer must arrive before the next input is sent, because it is stored with the last input. */
    default boolean isTurnByTurn() {
        return false;
    }

    /** Combines several observers. */
    static ChannelObserver all(List<ChannelObserver> observers) {
        List<ChannelObserver> all = List.copyOf(observers);
        return new ChannelObserver() {
            @Override
            public void received(byte[] bytes, int count) {
                all.forEach(observer -> observer.received(bytes, count));
            }

            @Override
            public void sending(byte[] typed) {
                all.forEach(observer -> observer.sending(typed));
            }

            @Override
            public void recognised(Platform platform) {
                all.forEach(observer -> observer.recognised(platform));
            }

            @Override
            public boolean isTurnByTurn() {
                return all.stream().anyMatch(ChannelObserver::isTurnByTurn);
            }
        };
    }
}
