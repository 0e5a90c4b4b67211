package io.jenkins.plugins.networkshell.engine.backup.run;

import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveSettings;
import io.jenkins.plugins.networkshell.engine.backup.fleet.FleetOptions;
import java.nio.file.Path;

/**
 * Options of a backup. Immutable.
 *
 * @param git whether versions are kept in a Git repository in the archive's folder; {@code archive} then keeps none
 * @param batfish folder of a snapshot to update after the run; null for none
 */
public record BackupOptions(FleetOptions fleet, ArchiveSettings archive, boolean git, Path batfish) {
    public static final BackupOptions DEFAULT =
            new BackupOptions(FleetOptions.DEFAULT, ArchiveSettings.DEFAULT, false, null);

    ArchiveSettings archiveSettings() {
        return git ? new ArchiveSettings(0, archive.shrinkage(), archive.redacted()) : archive;
    }
}
