package io.jenkins.plugins.networkshell.engine.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder of captured configurations, {@code <name>.cfg} each. A file in it is always a complete configuration: a new
 * one is written to a temporary file and then replaces the old one atomically, or not at all.
 *
 * <p>Thread-safe; each {@link ConfigurationCapture} is for one thread.
 */
public final class ConfigurationArchive {
    /** The extension of its files. */
    public static final String SUFFIX = ".cfg";

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
     * <p>Different names have different files, even if a file system allows few characters; names that differ only in
     * case share a file on a file system that ignores case.
     *
     * @param name host name, address or inventory name; characters that are not allowed in file names are
     *     percent-encoded, and the colons of an IPv6 address become {@code _}
     */
    public Path file(String name) {
        return folder.resolve(fileName(name, null));
    }

    /**
     * The file name of a configuration: {@code <name>.cfg} or {@code <name>.<configuration>.cfg}.
     *
     * @param configuration null for the one that stands for the device
     */
    public static String fileName(String device, String configuration) {
        String stem = DeviceFileName.of(device);
        return (configuration == null ? stem : stem + "." + DeviceFileName.of(configuration)) + SUFFIX;
    }

    /** Starts a capture. The device's file is unchanged until {@link ConfigurationCapture#commit()}. */
    public ConfigurationCapture capture(String name) throws IOException {
        return capture(name, null);
    }

    /**
     * Starts a capture of one of several configurations.
     *
     * @param configuration null for the one that stands for the device
     */
    public ConfigurationCapture capture(String device, String configuration) throws IOException {
        Files.createDirectories(folder);
        return new ConfigurationCapture(folder.resolve(fileName(device, configuration)));
    }
}
