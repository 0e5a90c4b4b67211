package io.jenkins.plugins.networkshell.engine.backup.archive;

import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveJson.DamagedException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Names of devices, from their folders. Most folders have the device's name, but not all characters are allowed in
 * folder names.
 */
final class DeviceNames {
    private DeviceNames() {}

    /** @return null if no file in the folder has the name */
    static String of(Path deviceFolder) throws IOException {
        List<Path> candidates = new ArrayList<>();
        candidates.add(deviceFolder.resolve("index.json"));
        candidates.add(deviceFolder.resolve(ArchiveLayout.EVIDENCE));
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(deviceFolder, Files::isDirectory)) {
            versions.forEach(version -> candidates.add(version.resolve(ArchiveLayout.EVIDENCE)));
        }
        for (Path candidate : candidates) {
            try {
                String name = ArchiveJson.text(ArchiveJson.read(candidate), "device");
                if (name != null) {
                    return name;
                }
            } catch (DamagedException | NoSuchFileException e) {
                // The next one may have it.
            }
        }
        return null;
    }
}
