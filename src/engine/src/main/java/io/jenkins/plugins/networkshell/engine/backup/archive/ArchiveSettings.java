package io.jenkins.plugins.networkshell.engine.backup.archive;

import io.jenkins.plugins.networkshell.engine.backup.capture.Shrinkage;

/**
 * How an archive is kept.
 *
 * @param versions how many versions of each device are kept, the last one included; {@link #ALL} for all, 0 if something
 *     else keeps them (Git): then a file is replaced only if more than volatile lines changed
 * @param shrinkage when a capture is held back
 * @param redacted whether a copy without secrets is kept
 */
public record ArchiveSettings(int versions, Shrinkage shrinkage, boolean redacted) {
    /** As many as there are. */
    public static final int ALL = Integer.MAX_VALUE;

    /** All versions, captures that lost half or more held back, a copy without secrets. */
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
