package io.jenkins.plugins.networkshell.engine.backup;

import java.time.Duration;

/** What happens in a run over many devices, for displays and logs. Holds no secrets. */
public sealed interface FleetEvent {

    /** The first event. */
    record RunStarted(int devices) implements FleetEvent {}

    /** @param attempt from 1 */
    record DeviceStarted(Device device, int attempt) implements FleetEvent {}

    /**
     * A device failed in a way that may pass, and is tried again.
     *
     * @param attempt the one that failed, from 1
     * @param delay until the next one may begin
     */
    record DeviceRetrying(Device device, int attempt, DeviceFailure failure, Duration delay) implements FleetEvent {}

    /** The device has its result, which the sink already has. */
    record DeviceSucceeded(Device device, int attempts, Duration elapsed) implements FleetEvent {}

    /**
     * The device has no result; the sink already knows.
     *
     * @param attempts 0 for a device that was not tried
     */
    record DeviceFailed(Device device, int attempts, DeviceFailure failure, Duration elapsed) implements FleetEvent {}

    /**
     * A credential was rejected so often that it is not tried any more, before accounts are locked.
     *
     * @param scope the group or login server it was rejected in
     * @param notTried devices that are skipped because of it
     */
    record CredentialSuspended(CredentialReference credential, String scope, int notTried) implements FleetEvent {}

    /** Nothing new is begun, and what is running is being stopped. */
    record Stopping(String why) implements FleetEvent {}

    /** The last event. */
    record RunFinished(int succeeded, int failed, int notTried, Duration elapsed) implements FleetEvent {}
}
