package io.jenkins.plugins.networkshell.engine.backup.inventory;

import io.jenkins.plugins.networkshell.engine.backup.input.InputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Files of this machine. */
public final class FolderFiles implements InventoryFiles {
    private final Path folder;
    private final boolean inFolderOnly;

    private FolderFiles(Path folder, boolean inFolderOnly) {
        this.folder = folder;
        this.inFolderOnly = inFolderOnly;
    }

    /** Access to any file; relative paths start in {@code folder}. */
    public static FolderFiles from(Path folder) {
        return new FolderFiles(folder, false);
    }

    /** Access only to files below {@code folder}, even through links or {@code ..}: for untrusted inventories. */
    public static FolderFiles within(Path folder) {
        return new FolderFiles(folder, true);
    }

    @Override
    public Optional<String> read(String path) throws IOException {
        Optional<Path> file = resolve(path).filter(Files::isRegularFile);
        return file.isEmpty() ? Optional.empty() : Optional.of(InputFile.text(file.get()));
    }

    @Override
    public List<String> list(String path) throws IOException {
        Optional<Path> directory = resolve(path).filter(Files::isDirectory);
        if (directory.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory.get())) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private Optional<Path> resolve(String path) throws IOException {
        try {
            Path file = folder.resolve(path);
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            boolean outside = inFolderOnly && !file.toRealPath().startsWith(folder.toRealPath());
            return outside ? Optional.empty() : Optional.of(file);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
