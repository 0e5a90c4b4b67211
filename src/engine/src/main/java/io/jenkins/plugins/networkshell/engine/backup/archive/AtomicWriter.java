package io.jenkins.plugins.networkshell.engine.backup.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/**
 * Puts files and folders in place atomically. Leftovers of a crash begin with a dot and end with {@value #PART}.
 * Thread-safe.
 */
final class AtomicWriter {
    private static final String PART = ".part";

    private final ArchiveFiles files;

    AtomicWriter(ArchiveFiles files) {
        this.files = files;
    }

    /** Writes text that cannot be rebuilt. */
    void replace(Path file, String text) throws IOException {
        replace(file, text, true);
    }

    /** Writes text that can be rebuilt from other files. */
    void replaceDerived(Path file, String text) throws IOException {
        replace(file, text, false);
    }

    private void replace(Path file, String text, boolean forced) throws IOException {
        // In the same folder, because a move is atomic only within one file system.
        Path part = part(file);
        try {
            files.write(part, text.getBytes(StandardCharsets.UTF_8), forced);
            files.move(part, file);
        } catch (IOException e) {
            discard(part, e);
            throw e;
        }
    }

    void createFolders(Path folder) throws IOException {
        files.createFolders(folder);
    }

    /** Creates a folder with all of its files, or nothing. */
    void folder(Path folder, Map<String, String> texts) throws IOException {
        Path part = part(folder);
        try {
            files.createFolders(part);
            for (Map.Entry<String, String> text : texts.entrySet()) {
                files.write(part.resolve(text.getKey()), text.getValue().getBytes(StandardCharsets.UTF_8), true);
            }
            files.move(part, folder);
        } catch (IOException e) {
            discard(part, e);
            throw e;
        }
    }

    /** Deletes a folder. It is renamed first, so that nobody finds half of it. */
    void deleteFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            Path part = part(folder);
            files.move(folder, part);
            deleteAll(part);
        }
    }

    void delete(Path file) throws IOException {
        files.delete(file);
    }

    void move(Path from, Path to) throws IOException {
        files.move(from, to);
    }

    private void discard(Path part, IOException reason) {
        try {
            deleteAll(part);
        } catch (IOException e) {
            reason.addSuppressed(e); // the next run removes it
        }
    }

    private void deleteAll(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> children = Files.newDirectoryStream(path)) {
                for (Path child : children) {
                    deleteAll(child);
                }
            }
        }
        files.delete(path);
    }

    /** Removes leftovers of a crash from a folder. */
    void clean(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> children =
                Files.newDirectoryStream(folder, child -> isPart(String.valueOf(child.getFileName())))) {
            for (Path child : children) {
                deleteAll(child);
            }
        }
    }

    private static Path part(Path path) {
        String random = UUID.randomUUID().toString().substring(0, 8);
        return path.resolveSibling("." + path.getFileName() + "." + random + PART);
    }

    private static boolean isPart(String name) {
        return name.startsWith(".") && name.endsWith(PART);
    }
}
