package io.jenkins.plugins.networkshell.engine.backup.fleet;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.backup.Device;

/**
 * Does the work on one device. Called from many threads at once, but for each device from one at a time. It owns
 * connections that devices share (to a jump host); its creator closes it after the run.
 *
 * @param <R> the result for a device
 */
@FunctionalInterface
public interface DeviceCapturer<R> {
    /**
     * Makes one attempt. The runner does the retries.
     *
     * @param attempt receives the progress of the login
     * @param cancellation ends the work within two seconds; cancelled at the latest at the end of the run
     * @throws NetworkShellException whether it is tried again depends on the kind
     */
    R capture(Device device, Attempt attempt, Cancellation cancellation) throws NetworkShellException;
}
