package io.jenkins.plugins.networkshell.engine.backup;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** A device has no new capture. Carries the failure for the report. */
public final class DeviceFailedException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    private final DeviceFailure failure;

    /**
     * @param kind decides whether the device is tried again
     * @param cause the error underneath, or null
     */
    public DeviceFailedException(ErrorKind kind, String host, DeviceFailure failure, Throwable cause) {
        super(kind, host, failure.sentence(), failure.hint(), cause);
        this.failure = failure;
    }

    public DeviceFailure failure() {
        return failure;
    }
}
