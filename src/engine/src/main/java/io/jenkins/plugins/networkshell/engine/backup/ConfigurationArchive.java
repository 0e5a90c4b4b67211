package io.jenkins.plugins.networkshell.engine.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder of captured configurations, {@code <name>.cfg} each. A file in it is always a whole configuration: a new one
 * is written aside and takes the old one's place in one step, or not at all.
 *
 * <p>Thread-safe; each {@link ConfigurationCapture} is for one thread.
 */
public final class ConfigurationArchive {
    static final String SUFFIX = ".cfg";

    private final Path folder;

    /** @param folder created with the first capture */
    public ConfigurationArchive(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    /**
     * The file for a device.
     *
     * @param name host name, address or inventory name; what is unusual in file names becomes {@code _}
     */
    public Path file(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "_");
        // No hidden file, and neither "." nor "..".
        return folder.resolve((safe.startsWith(".") ? "_" + safe.substring(1) : safe) + SUFFIX);
    }

    /** Begins a capture. The device's file stays as it is until {@link ConfigurationCapture#commit()}. */
    public ConfigurationCapture capture(String name) throws IOException {
        Files.createDirectories(folder);
        return new ConfigurationCapture(file(name));
    }
}
