package io.jenkins.plugins.networkshell.engine.record;

import io.jenkins.plugins.networkshell.engine.platform.Platform;
import java.util.List;

/** Sees what goes over a channel, on the threads that use it. Must be quick, and must not throw. */
public interface ChannelObserver {
    /** @param count how many bytes of {@code bytes} came */
    void received(byte[] bytes, int count);

    /** {@code typed} is about to be sent. */
    void sending(byte[] typed);

    /** From now on it is known what is secret in the device's configurations. Called again for each further platform. */
    void recognised(Platform platform);

    /** Whether each answer has to come before the next thing is sent, because it is kept with what was sent last. */
    default boolean isTurnByTurn() {
        return false;
    }

    /** Several as one. */
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
