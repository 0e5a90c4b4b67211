package io.jenkins.plugins.networkshell.engine.files.copy;

import io.jenkins.plugins.networkshell.engine.files.FileBackend;
import io.jenkins.plugins.networkshell.engine.files.FilePart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** Tells whether a partial file is a part of the file to copy. Only its end is compared, because it may be large. */
final class PartialEnd {
    private static final int COMPARED = 64 * 1024;

    private PartialEnd() {}

    /**
     * @param local its position changes
     * @param size of the partial file, more than 0; it may be on either side
     */
    static boolean isSame(FileChannel local, FileBackend backend, String remote, long size) throws IOException {
        int compared = (int) Math.min(COMPARED, size);
        ByteBuffer ours = ByteBuffer.allocate(compared);
        local.position(size - compared);
        while (ours.hasRemaining() && local.read(ours) >= 0) {
            // until it is full
        }
        ByteArrayOutputStream theirs = new ByteArrayOutputStream(compared);
        backend.read(remote, FilePart.last(compared, size), theirs::write);
        return Arrays.equals(ours.array(), theirs.toByteArray());
    }
}
