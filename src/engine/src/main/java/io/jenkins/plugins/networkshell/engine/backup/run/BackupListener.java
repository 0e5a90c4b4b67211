package io.jenkins.plugins.networkshell.engine.backup.run;

import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import io.jenkins.plugins.networkshell.engine.backup.FleetEvent;
import io.jenkins.plugins.networkshell.engine.backup.change.ConfigurationDifference;
import io.jenkins.plugins.networkshell.engine.backup.fleet.FleetListener;
import java.util.List;

/** Hears what happens in a backup while it happens, from several threads. Must be quick: the run waits for it. */
public interface BackupListener extends FleetListener {
    /** Hears nothing. */
    BackupListener NONE = event -> {};

    @Override
    void on(FleetEvent event);

    /**
     * A device has its result, which is in the archive. Comes before the event of the same.
     *
     * @param changes without secrets; none for a device that failed, was captured first, or did not change
     */
    default void finished(DeviceReport report, List<ConfigurationDifference> changes) {}

    /** Something the user should know about a device although it did not fail, one sentence. */
    default void notice(Device device, String sentence) {}
}
