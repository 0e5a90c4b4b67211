package io.jenkins.plugins.networkshell.engine.backup.archive;

import io.jenkins.plugins.networkshell.engine.backup.change.ConfigurationSearch;
import io.jenkins.plugins.networkshell.engine.backup.change.SearchHit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** Searches the last good configurations of an archive, on all processors. Thread-safe. */
public final class ArchiveSearch {
    private final List<ArchivedFile> files;

    /** A file and its matches, in line order. */
    public record Found(ArchivedFile file, List<SearchHit> hits) {
        public Found {
            hits = List.copyOf(hits);
        }
    }

    /** @param which files to search */
    public ArchiveSearch(ArchiveReader reader, Predicate<ArchivedFile> which) throws ArchiveException {
        this(reader.files(), which);
    }

    private ArchiveSearch(List<ArchivedFile> files, Predicate<ArchivedFile> which) {
        this.files = files.stream().filter(which).toList();
    }

    /**
     * Searches the redacted copies, for users who may not see the secrets and must not find them by searching.
     */
    public static ArchiveSearch withoutSecrets(ArchiveReader reader, Predicate<ArchivedFile> which)
            throws ArchiveException {
        return new ArchiveSearch(reader.redactedFiles(), which);
    }

    /** All files with a matching line, sorted by name. */
    public List<Found> matching(ConfigurationSearch search) throws ArchiveException {
        return each(file -> {
            byte[] text = bytes(file);
            List<SearchHit> hits = text == null ? List.of() : search.in(text);
            return hits.isEmpty() ? null : new Found(file, hits);
        });
    }

    /** All files without a matching line, sorted by name. */
    public List<ArchivedFile> lacking(ConfigurationSearch search) throws ArchiveException {
        return each(file -> {
            byte[] text = bytes(file);
            return text == null || search.isIn(text) ? null : file;
        });
    }

    /** Null if the file was deleted after it was listed. */
    private static byte[] bytes(ArchivedFile file) throws IOException {
        try {
            return Files.readAllBytes(file.path());
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private interface Look<T> {
        T at(ArchivedFile file) throws IOException;
    }

    private <T> List<T> each(Look<T> look) throws ArchiveException {
        try {
            return files.parallelStream()
                    .map(file -> {
                        try {
                            return look.at(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(ArchiveErrors.cannotRead(file.path(), e));
                        }
                    })
                    .filter(Objects::nonNull)
                    .toList();
        } catch (UncheckedIOException e) {
            throw (ArchiveException) e.getCause();
        }
    }
}
