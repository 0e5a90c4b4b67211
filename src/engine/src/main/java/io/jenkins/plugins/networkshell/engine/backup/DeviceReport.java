package io.jenkins.plugins.networkshell.engine.backup;

import io.jenkins.plugins.networkshell.engine.platform.ConfigurationChange;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * The result of a run for one device. Immutable.
 *
 * @param site null if the inventory names none
 * @param changed whether the new capture differs from the last good one, volatile lines aside; true for the first
 *     capture of a device
 * @param first whether the archive had no capture of the device before
 * @param added number of added lines in all configurations
 * @param removed number of removed lines
 * @param bytes size of the primary configuration, UTF-8; 0 for a device that failed
 * @param attempts how often the device was tried; 0 if not at all
 * @param changedBy null if not known
 * @param files names of the files of the capture, the primary one first
 * @param failure null for a device that succeeded
 */
public record DeviceReport(
        String name,
        String host,
        String platform,
        String site,
        boolean changed,
        boolean first,
        int added,
        int removed,
        long bytes,
        int attempts,
        Duration elapsed,
        ConfigurationChange changedBy,
        UnsavedChanges unsaved,
        List<String> files,
        DeviceFailure failure)
        implements Serializable {
    public DeviceReport {
        Objects.requireNonNull(name);
        Objects.requireNonNull(host);
        Objects.requireNonNull(elapsed);
        Objects.requireNonNull(unsaved);
        files = List.copyOf(files);
    }

    /** A device without a new capture; the archive is unchanged. */
    public static DeviceReport failed(Device device, int attempts, Duration elapsed, DeviceFailure failure) {
        return failed(
                device.name(),
                device.host(),
                device.platform().equals(Device.AUTO) ? null : device.platform(),
                device.site().orElse(null),
                attempts,
                elapsed,
                failure);
    }

    /** The same for a device of which only this is known. */
    public static DeviceReport failed(
            String name,
            String host,
            String platform,
            String site,
            int attempts,
            Duration elapsed,
            DeviceFailure failure) {
        return new DeviceReport(
                name,
                host,
                platform,
                site,
                false,
                false,
                0,
                0,
                0,
                attempts,
                elapsed,
                null,
                UnsavedChanges.UNKNOWN,
                List.of(),
                Objects.requireNonNull(failure));
    }

    public boolean ok() {
        return failure == null;
    }
}
