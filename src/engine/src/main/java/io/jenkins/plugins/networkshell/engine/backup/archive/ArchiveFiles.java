package io.jenkins.plugins.networkshell.engine.backup.archive;

import java.io.IOException;
import java.nio.file.Path;

/**
 * All operations that change the archive on disk. Each method is one step, and tests simulate a crash before it.
 */
interface ArchiveFiles {
    void createFolders(Path folder) throws IOException;

    /**
     * Writes a new file, readable only by its owner, because configurations contain secrets.
     *
     * @param forced whether the content must be on the disk when this returns
     */
    void write(Path file, byte[] content, boolean forced) throws IOException;

    /** Moves atomically. Replaces a file, never a folder. */
    void move(Path from, Path to) throws IOException;

    /** Deletes a file or an empty folder, if it exists. */
    void delete(Path path) throws IOException;
}
