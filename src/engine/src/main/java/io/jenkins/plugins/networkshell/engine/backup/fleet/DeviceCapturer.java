package io.jenkins.plugins.networkshell.engine.backup.fleet;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.backup.Device;

/**
 * Does the work on one device. Called from many threads at once, and for the same device from one at a time. Connections
 * that devices share (to a jump host) live behind it, and are closed by whoever made it, after the run.
 *
 * @param <R> the result for a device
 */
@FunctionalInterface
public interface DeviceCapturer<R> {
    /**
     * Tries once. Retries are the runner's.
     *
     * @param attempt to be told how far the login is
     * @param cancellation ends the work within two seconds, at the latest at the end of the run
     * @throws NetworkShellException whether it is tried again depends on the kind
     */
    R capture(Device device, Attempt attempt, Cancellation cancellation) throws NetworkShellException;
}
