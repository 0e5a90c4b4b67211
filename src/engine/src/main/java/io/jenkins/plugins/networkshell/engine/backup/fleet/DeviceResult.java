package io.jenkins.plugins.networkshell.engine.backup.fleet;

import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFailure;
import java.time.Duration;
import java.util.Optional;

/**
 * The outcome for a device; each device of a run has exactly one.
 *
 * @param result of the capturer; null for a device that failed
 * @param failure the last one; null for a device that succeeded
 * @param attempts 0 for a device that was not tried
 * @param elapsed from the start of the first attempt to the end of the last one, including pauses
 */
public record DeviceResult<R>(Device device, R result, DeviceFailure failure, int attempts, Duration elapsed) {
    public boolean ok() {
        return failure == null;
    }

    public Optional<R> value() {
        return Optional.ofNullable(result);
    }
}
