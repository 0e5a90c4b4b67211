package io.jenkins.plugins.networkshell.engine.files;

import java.io.Serializable;
import java.util.Objects;

/**
 * How files are copied. Immutable, serializable.
 *
 * @param recursive whether folders are copied with their contents; links in them are skipped. Default: no
 * @param preserve whether times and permissions are copied. Default: no
 * @param resume whether partial files of an earlier attempt are completed, and existing files with the same size and
 *     time are skipped. Default: no
 * @param atomic whether a file is written under another name, {@code .NAME.part}, next to its destination and renamed
 *     when it is complete, so that a partial file is never visible under its name. Default: yes
 * @param checksum when SHA-256 sums of both sides are compared; sizes are always compared. Default: {@link
 *     Checksum#RESUMED}
 */
public record TransferOptions(boolean recursive, boolean preserve, boolean resume, boolean atomic, Checksum checksum)
        implements Serializable {
    public static final TransferOptions DEFAULT = new TransferOptions(false, false, false, true, Checksum.RESUMED);

    /** When checksums are compared. The device computes its own with {@code sha256sum} or the like. */
    public enum Checksum {
        NEVER,
        /** Only for resumed files, if the device can. */
        RESUMED,
        /** For all files, if the device can. */
        WHERE_POSSIBLE,
        /** For all files; it is an error if the device can't. */
        REQUIRED
    }

    public TransferOptions {
        Objects.requireNonNull(checksum);
    }

    public TransferOptions withRecursive(boolean value) {
        return new TransferOptions(value, preserve, resume, atomic, checksum);
    }

    public TransferOptions withPreserve(boolean value) {
        return new TransferOptions(recursive, value, resume, atomic, checksum);
    }

    public TransferOptions withResume(boolean value) {
        return new TransferOptions(recursive, preserve, value, atomic, checksum);
    }

    public TransferOptions withAtomic(boolean value) {
        return new TransferOptions(recursive, preserve, resume, value, checksum);
    }

    public TransferOptions withChecksum(Checksum value) {
        return new TransferOptions(recursive, preserve, resume, atomic, value);
    }
}
