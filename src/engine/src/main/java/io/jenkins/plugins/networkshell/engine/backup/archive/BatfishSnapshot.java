package io.jenkins.plugins.networkshell.engine.backup.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A snapshot for Batfish: {@code configs/<name>.cfg}, one file per device. Batfish models the current behaviour of a
 * network, so the running configuration is preferred to the startup configuration.
 */
public final class BatfishSnapshot {
    private static final String RUNNING = "running";

    private BatfishSnapshot() {}

    /**
     * Updates a snapshot. Removes files of devices that the archive no longer has.
     *
     * @param folder created if it does not exist
     */
    public static void write(ArchiveReader archive, Path folder) throws ArchiveException {
        Map<String, Path> sources = new TreeMap<>();
        for (ArchivedFile file : archive.files()) {
            if (RUNNING.equals(file.configuration())) {
                sources.put(file.device(), file.path());
            } else if (file.configuration() == null) {
                sources.putIfAbsent(file.device(), file.path());
            }
        }
        try {
            write(sources, folder.resolve("configs"));
        } catch (IOException e) {
            throw ArchiveErrors.cannotWrite(folder, e);
        }
    }

    private static void write(Map<String, Path> sources, Path configs) throws IOException {
        AtomicWriter writer = new AtomicWriter(new DiskFiles());
        writer.createFolders(configs);
        writer.clean(configs);
        for (Map.Entry<String, Path> source : sources.entrySet()) {
            try {
                String text = new String(Files.readAllBytes(source.getValue()), StandardCharsets.UTF_8);
                writer.replaceDerived(configs.resolve(source.getKey() + ".cfg"), text);
            } catch (NoSuchFileException e) {
                // Deleted after it was listed.
            }
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(configs, "*.cfg")) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (!sources.containsKey(name.substring(0, name.length() - ".cfg".length()))) {
                    writer.delete(file);
                }
            }
        }
    }
}
