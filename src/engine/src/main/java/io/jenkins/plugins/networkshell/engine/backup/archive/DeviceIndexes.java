package io.jenkins.plugins.networkshell.engine.backup.archive;

import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveJson.DamagedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Reads and writes the indexes of devices. A damaged or missing index is rebuilt from the versions' evidence; a version
 * that a killed run had written is completed.
 */
final class DeviceIndexes {
    private static final int DIGITS = 6;

    private final ArchiveLayout layout;
    private final AtomicWriter writer;

    DeviceIndexes(ArchiveLayout layout, AtomicWriter writer) {
        this.layout = layout;
        this.writer = writer;
    }

    void save(DeviceIndex index) throws IOException {
        writer.createFolders(layout.device(index.device()));
        writer.replaceDerived(layout.index(index.device()), ArchiveJson.text(ArchiveJson.index(index)));
    }

    /** For the run that writes: also completes unfinished versions. */
    DeviceIndex load(String device) throws IOException {
        DeviceIndex known = stored(device);
        DeviceIndex index = known != null ? known : rebuilt(device);
        if (known == null) {
            for (VersionFile file : index.newest().map(Version::files).orElse(List.of())) {
                if (!Files.exists(layout.latest(file.file()))) {
                    publish(device, index.newest().orElseThrow(), file);
                }
            }
        }
        for (Version version : versions(device, index.nextNumber())) {
            for (VersionFile file : version.files()) {
                publish(device, version, file);
            }
            index = index.with(version);
        }
        if (known == null ? !index.versions().isEmpty() : !index.equals(known)) {
            save(index);
        }
        return index;
    }

    /** For readers: writes nothing. */
    static DeviceIndex read(ArchiveLayout layout, String device) throws IOException {
        DeviceIndexes indexes = new DeviceIndexes(layout, new AtomicWriter(new DiskFiles()));
        DeviceIndex known = indexes.stored(device);
        return known != null ? known : indexes.rebuilt(device);
    }

    /** Null if there is no readable index. */
    private DeviceIndex stored(String device) throws IOException {
        try {
            DeviceIndex index = ArchiveJson.index(layout.index(device));
            return index.device().equals(device) ? index : null;
        } catch (NoSuchFileException | DamagedException e) {
            return null;
        }
    }

    private DeviceIndex rebuilt(String device) throws IOException {
        DeviceIndex index = DeviceIndex.empty(device);
        for (Version version : versions(device, 1)) {
            index = index.with(version);
        }
        return index;
    }

    /**
     * The versions of a device starting at a number, read from their folders. A folder without evidence is not a
     * version.
     */
    private List<Version> versions(String device, int first) throws IOException {
        TreeMap<Integer, Path> folders = new TreeMap<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(layout.device(device), Files::isDirectory)) {
            for (Path folder : all) {
                String name = String.valueOf(folder.getFileName());
                if (name.matches("\\d{" + DIGITS + ",9}-.*")) {
                    folders.put(Integer.parseInt(name.substring(0, name.indexOf('-'))), folder);
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        }
        List<Version> versions = new ArrayList<>();
        for (var folder : folders.tailMap(first, true).entrySet()) {
            try {
                Version version =
                        ArchiveJson.version(folder.getKey(), folder.getValue().resolve(ArchiveLayout.EVIDENCE));
                if (version.id().equals(String.valueOf(folder.getValue().getFileName()))) {
                    versions.add(version);
                }
            } catch (DamagedException | NoSuchFileException e) {
                // Not our folder, or an edited one: left alone.
            }
        }
        return versions;
    }

    private void publish(String device, Version version, VersionFile file) throws IOException {
        Path kept = layout.version(device, version).resolve(file.file());
        writer.replace(layout.latest(file.file()), Files.readString(kept, StandardCharsets.UTF_8));
        // It belongs to the previous text; the next capture rebuilds it.
        writer.delete(layout.redacted().resolve(file.file()));
    }
}
