package io.jenkins.plugins.networkshell.engine.session;

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
    /** What the names of its files end with. */
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
     * <p>Different names have different files, also where a file system takes few characters; names that differ only in
     * capitals share one where the file system makes no difference between these.
     *
     * @param name host name, address or inventory name; what file names can't have is percent-encoded, and the colons of
     *     an IPv6 address become {@code _}
     */
    public Path file(String name) {
        return folder.resolve(fileName(name, null));
    }

    /**
     * What a configuration's file is called: {@code <name>.cfg}, {@code <name>.<configuration>.cfg}.
     *
     * @param configuration null for the one that stands for the device
     */
    public static String fileName(String device, String configuration) {
        String stem = DeviceFileName.of(device);
        return (configuration == null ? stem : stem + "." + DeviceFileName.of(configuration)) + SUFFIX;
    }

    /** Begins a capture. The device's file stays as it is until {@link ConfigurationCapture#commit()}. */
    public ConfigurationCapture capture(String name) throws IOException {
        return capture(name, null);
    }

    /**
     * The same of one of several configurations.
     *
     * @param configuration null for the one that stands for the device
     */
    public ConfigurationCapture capture(String device, String configuration) throws IOException {
        Files.createDirectories(folder);
        return new ConfigurationCapture(folder.resolve(fileName(device, configuration)));
    }
}
