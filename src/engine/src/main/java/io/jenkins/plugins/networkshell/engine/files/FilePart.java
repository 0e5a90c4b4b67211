package io.jenkins.plugins.networkshell.engine.files;

/**
 * The part of a device's file that is read.
 *
 * @param offset where it begins
 * @param size the expected size of the whole file; -1 if unknown. Reading continues beyond it while there is data.
 * @param most the maximum number of bytes
 */
public record FilePart(long offset, long size, long most) {
    /** The whole file. */
    public static FilePart whole(long size) {
        return from(0, size);
    }

    /** The rest of the file. */
    public static FilePart from(long offset, long size) {
        return new FilePart(offset, size, Long.MAX_VALUE);
    }

    /** The last bytes of a file, or of what it was when it had that size. */
    public static FilePart last(int count, long size) {
        return new FilePart(size - count, size, count);
    }

    /** Whether the part has no end but the file's. */
    public boolean isToTheEnd() {
        return most == Long.MAX_VALUE;
    }

    /** The offset at which it ends at the latest. */
    public long end() {
        return most > Long.MAX_VALUE - offset ? Long.MAX_VALUE : offset + most;
    }

    /** The expected number of bytes in it, which may be negative if the file's size is unknown. */
    public long expected() {
        return Math.min(size - offset, most);
    }
}
