package io.jenkins.plugins.networkshell.engine.backup.archive;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Error messages for file system failures. */
final class ArchiveErrors {
    private ArchiveErrors() {}

    static ArchiveException cannotWrite(Path folder, IOException error) {
        if (error instanceof ArchiveException known) {
            return known;
        }
        return new ArchiveException(
                "The archive " + folder + " cannot be written: " + reason(error) + ".",
                "What it held before is as it was.",
                error);
    }

    static ArchiveException cannotRead(Path file, IOException error) {
        return new ArchiveException(file + " cannot be read: " + reason(error) + ".", null, error);
    }

    static ArchiveException damagedKey(Path file, IllegalArgumentException error) {
        return new ArchiveException(
                file + " does not hold a redaction key.",
                "Restore it; with a new one, the placeholders of all secrets change once.",
                error);
    }

    private static String reason(IOException error) {
        if (error instanceof AccessDeniedException denied) {
            return "permission denied for " + denied.getFile();
        }
        if (error instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        if (error instanceof FileAlreadyExistsException existing) {
            return existing.getFile() + " is not a folder";
        }
        if (error instanceof FileSystemException disk && disk.getReason() != null) {
            return disk.getReason();
        }
        return error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
    }
}
