package io.jenkins.plugins.networkshell.engine.backup.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where the versions of devices are kept: folders of the archive, or Git. */
public interface VersionSource {
    /** @return the oldest version first; empty for an unknown device */
    List<Version> versions(String device) throws ArchiveException;

    /** The text of one file of a version. */
    String text(String device, Version version, VersionFile file) throws ArchiveException;

    /**
     * The last good capture at that time.
     *
     * @return empty if that is before the first capture
     */
    default Optional<Version> at(String device, Instant time) throws ArchiveException {
        Version found = null;
        for (Version version : versions(device)) {
            if (!version.since().isAfter(time)) {
                found = version;
            }
        }
        return Optional.ofNullable(found);
    }
}
