package io.jenkins.plugins.networkshell.engine.files.copy;

import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException.Reason;
import io.jenkins.plugins.networkshell.engine.files.RemotePath;
import io.jenkins.plugins.networkshell.engine.text.FileErrors;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Local files: permissions if the file system has them, and its errors in our words. */
public final class LocalFiles {
    private static final PosixFilePermission[] BITS = PosixFilePermission.values(); // from owner's r to others' x

    private LocalFiles() {}

    /** @param verb the failed operation, for example {@code written} */
    static FileTransferException failure(String host, Path file, String verb, IOException e) {
        return new FileTransferException(
                host,
                Reason.LOCAL,
                RemotePath.quoted(file.toString()) + " on our side could not be " + verb + ": " + FileErrors.reason(e)
                        + ".",
                null,
                e);
    }

    /** For lasting local work, which an interrupt ends but the connection's cancellation does not. */
    static void checkCancelled(String host) throws CancelledException {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancelledException(host, "while copying files");
        }
    }

    static boolean hasPermissions(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
        for (int i = 0; i < BITS.length; i++) {
            if ((mode >> 8 - i & 1) != 0) {
                set.add(BITS[i]);
            }
        }
        return set;
    }

    /** The permission bits, or null where the file system has none. */
    static Integer mode(Path file) throws IOException {
        if (!hasPermissions(file)) {
            return null;
        }
        int mode = 0;
        for (PosixFilePermission permission : Files.getPosixFilePermissions(file)) {
            mode |= 1 << 8 - permission.ordinal();
        }
        return mode;
    }

    static void setMode(Path file, Integer mode) throws IOException {
        if (mode != null && hasPermissions(file)) {
            Files.setPosixFilePermissions(file, permissions(mode));
        }
    }

    /** Permissions for a new file, so that it is not readable by more people than its source. */
    static FileAttribute<?>[] creating(Path file, Integer mode) {
        return mode == null || !hasPermissions(file)
                ? new FileAttribute<?>[0]
                : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions(mode | 0600))};
    }

    static Instant modified(Path file) throws IOException {
        return Instant.ofEpochSecond(Files.getLastModifiedTime(file).toInstant().getEpochSecond());
    }

    static void setModified(Path file, Instant modified) throws IOException {
        if (modified != null) {
            Files.setLastModifiedTime(file, FileTime.from(modified));
        }
    }

    /** Whether a path is neither a file nor a folder, but a device, pipe or socket. Links are followed. */
    static boolean isSpecial(Path path) {
        return Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
    }

    /** The final target of a path's links, whether it exists or not. */
    static Path followed(Path path) throws IOException {
        Path at = path;
        for (int links = 0; Files.isSymbolicLink(at); links++) {
            if (links == RemotePath.MOST_LINKS) {
                throw new FileSystemException(path.toString(), null, "its links never end");
            }
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
        return at;
    }

    /**
     * Opens a device or pipe. Opening a pipe blocks until somebody reads from it, and Java can't interrupt that. So a
     * separate daemon thread opens it, and the caller's thread stays interruptible.
     */
    static FileChannel openSpecial(String host, Path file) throws IOException {
        FutureTask<FileChannel> opening = new FutureTask<>(() -> FileChannel.open(file, StandardOpenOption.WRITE));
        Thread thread = new Thread(opening, "network-shell opens " + file);
        thread.setDaemon(true);
        thread.start();
        try {
            return opening.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(host, "while copying files");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }

    static void replace(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
