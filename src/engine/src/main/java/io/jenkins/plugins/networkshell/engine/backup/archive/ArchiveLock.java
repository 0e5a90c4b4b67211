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
 * Held while a run writes to the archive. The file names the holder and is emptied at the end. If it is not empty
 * although nobody holds it, the previous run was killed.
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
            // Never empty from here on, so a crash at any moment is detected.
            channel.truncate(channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0));
            return new ArchiveLock(channel, leftBehind);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            // Locks a range after the text, because on Windows nobody else can read a locked range. Closing the channel
            // releases it.
            FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // held elsewhere in this process
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(LONGEST);
        channel.read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8);
    }

    /** Whether the previous run did not finish. */
    boolean isLeftBehind() {
        return leftBehind;
    }

    /** Releases the lock without marking the run as finished. */
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
