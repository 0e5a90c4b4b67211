package io.jenkins.plugins.networkshell.engine.backup.run;

import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import io.jenkins.plugins.networkshell.engine.backup.FleetEvent;
import io.jenkins.plugins.networkshell.engine.backup.change.ConfigurationDifference;
import io.jenkins.plugins.networkshell.engine.backup.fleet.FleetListener;
import java.util.List;

/** Receives the events of a backup, from several threads. Must be quick: the run waits for it. */
public interface BackupListener extends FleetListener {
    /** Ignores all events. */
    BackupListener NONE = event -> {};

    @Override
    void on(FleetEvent event);

    /**
     * A device has a result, which is in the archive. Called before the corresponding event.
     *
     * @param changes without secrets; none for a device that failed, was captured first, or did not change
     */
    default void finished(DeviceReport report, List<ConfigurationDifference> changes) {}

    /** Something the user should know about a device although it did not fail, one sentence. */
    default void notice(Device device, String sentence) {}
}
