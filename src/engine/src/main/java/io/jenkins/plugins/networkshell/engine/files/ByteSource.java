package io.jenkins.plugins.networkshell.engine.files;

import java.io.IOException;

/** Supplies a file's bytes in order. */
@FunctionalInterface
public interface ByteSource {
    /** @return the number of bytes read, or -1 at the end */
    int read(byte[] bytes, int offset, int length) throws IOException;

    /** Fills as much of the array as the source has. */
    default int fill(byte[] bytes, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int n = read(bytes, offset + count, length - count);
            if (n < 0) {
                break;
            }
            count += n;
        }
        return count;
    }
}
