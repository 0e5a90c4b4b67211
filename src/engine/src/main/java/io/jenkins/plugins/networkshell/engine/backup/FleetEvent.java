package io.jenkins.plugins.networkshell.engine.backup;

import java.time.Duration;

/** What happens in a run over many devices, for displays and logs. Holds no secrets. */
public sealed interface FleetEvent {

    /** The first event. */
    record RunStarted(int devices) implements FleetEvent {}

    /** @param attempt from 1 */
    record DeviceStarted(Device device, int attempt) implements FleetEvent {}

    /**
     * A device failed for a temporary reason and is tried again.
     *
     * @param attempt the failed one, counted from 1
     * @param delay until the next attempt can start
     */
    record DeviceRetrying(Device device, int attempt, DeviceFailure failure, Duration delay) implements FleetEvent {}

    /** The device has a result, which the sink has received. */
    record DeviceSucceeded(Device device, int attempts, Duration elapsed) implements FleetEvent {}

    /**
     * The device failed; the sink has received the failure.
     *
     * @param attempts 0 for a device that was not tried
     */
    record DeviceFailed(Device device, int attempts, DeviceFailure failure, Duration elapsed) implements FleetEvent {}

    /**
     * Several devices rejected a credential; the run stops using it before accounts are locked.
     *
     * @param scope the group or login server that rejected it
     * @param notTried devices that are skipped because of it
     */
    record CredentialSuspended(CredentialReference credential, String scope, int notTried) implements FleetEvent {}

    /** No further attempts start, and running ones are being stopped. */
    record Stopping(String why) implements FleetEvent {}

    /** The last event. */
    record RunFinished(int succeeded, int failed, int notTried, Duration elapsed) implements FleetEvent {}
}
