package io.jenkins.plugins.networkshell.engine.backup.archive;

import io.jenkins.plugins.networkshell.engine.backup.capture.Shrinkage;

/**
 * Settings of an archive.
 *
 * @param versions how many versions of each device are kept, including the last; {@link #ALL} for all, 0 if Git keeps
 *     them. With 0, a file is replaced only if more than volatile lines changed
 * @param shrinkage when a capture is set aside
 * @param redacted whether a copy without secrets is kept
 */
public record ArchiveSettings(int versions, Shrinkage shrinkage, boolean redacted) {
    /** All versions. */
    public static final int ALL = Integer.MAX_VALUE;

    /** Keeps all versions and a redacted copy, and sets captures aside that lost half or more. */
    public static final ArchiveSettings DEFAULT = new ArchiveSettings(ALL, Shrinkage.DEFAULT, true);

    public ArchiveSettings {
        if (versions < 0) {
            throw new IllegalArgumentException(
                    "The number of versions to keep must be 0 or more and is " + versions + ".");
        }
    }

    boolean keepsVersions() {
        return versions > 0;
    }
}
