package io.jenkins.plugins.networkshell.engine.backup.archive;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Everything that changes the archive on its disk. Each method is one step that a crash may come before or after; tests
 * let it come there.
 */
interface ArchiveFiles {
    void createFolders(Path folder) throws IOException;

    /**
     * A new file, readable to its owner only: configurations hold secrets.
     *
     * @param forced whether the content has to be on the disk when this returns
     */
    void write(Path file, byte[] content, boolean forced) throws IOException;

    /** In one step. Replaces a file, never a folder. */
    void move(Path from, Path to) throws IOException;

    /** A file or an empty folder; nothing if it does not exist. */
    void delete(Path path) throws IOException;
}
