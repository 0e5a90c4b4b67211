package io.jenkins.plugins.networkshell.engine.backup.fleet;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.backup.Device;

/** Starts attempts, which run elsewhere: on threads, or in the virtual time of a test. */
interface Captures<R> {
    void start(Device device, Attempt attempt, Cancellation cancellation, Completion<R> completion);

    /** Receives the outcome of an attempt, once. */
    interface Completion<R> {
        void succeeded(R result);

        /** @param error a {@link io.jenkins.plugins.networkshell.engine.NetworkShellException}, or a defect */
        void failed(Throwable error);
    }
}
