package io.jenkins.plugins.networkshell.engine.backup.fleet;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import java.util.concurrent.Executor;

/** Runs each attempt on its own thread. */
record ThreadedCaptures<R>(DeviceCapturer<R> capturer, Executor threads) implements Captures<R> {
    @Override
    public void start(Device device, Attempt attempt, Cancellation cancellation, Completion<R> completion) {
        threads.execute(() -> {
            R result;
            try {
                result = capturer.capture(device, attempt, cancellation);
            } catch (Throwable e) { // a defect in one device's work must not stop the others
                completion.failed(e);
                return;
            }
            completion.succeeded(result);
        });
    }
}
