package io.jenkins.plugins.networkshell.engine.backup.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;

/**
 * Held while a run writes to the archive. The file names the holder, and is emptied at the end: if it is not empty
 * although nobody holds it, the run before was killed.
 */
final class ArchiveLock implements AutoCloseable {
    private static final int LONGEST = 200;

    private final FileChannel channel;
    private final boolean leftBehind;

    private ArchiveLock(FileChannel channel, boolean leftBehind) {
        this.channel = channel;
        this.leftBehind = leftBehind;
    }

    /** @throws ArchiveException if another run holds it */
    static ArchiveLock take(Path file, Instant now) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (!isFree(channel)) {
                throw new ArchiveException(
                        "Another backup writes to " + file.toAbsolutePath().getParent() + ": " + holder(channel) + ".",
                        "Wait for it to end.",
                        null);
            }
            boolean leftBehind = channel.size() > 0;
            String holder = String.format(
                    Locale.ROOT, "process %d since %s", ProcessHandle.current().pid(), now);
            // Never empty from here on: a crash at any moment leaves something.
            channel.truncate(channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0));
            return new ArchiveLock(channel, leftBehind);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            // Behind the text: on Windows nobody else could read what is locked. It ends with the channel.
            FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // another one in this process
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(LONGEST);
        channel.read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8);
    }

    /** Whether the run before did not come to its end. */
    boolean isLeftBehind() {
        return leftBehind;
    }

    /** Lets go without saying that the run came to its end. */
    void release() throws IOException {
        channel.close();
    }

    @Override
    public void close() throws IOException {
        try {
            channel.truncate(0);
        } finally {
            channel.close();
        }
    }
}
