package io.jenkins.plugins.networkshell.engine.backup.archive;

import io.jenkins.plugins.networkshell.engine.backup.Capture;
import io.jenkins.plugins.networkshell.engine.backup.CapturedConfiguration;
import io.jenkins.plugins.networkshell.engine.backup.ConfigurationForm;
import io.jenkins.plugins.networkshell.engine.session.DeviceFileName;
import java.io.IOException;
import java.nio.file.Files;

/**
 * Prevents a clash: the configuration {@code running} of a device {@code sw1} and the primary one of a device {@code
 * sw1.running} would share a file.
 */
final class FileOwners {
    private FileOwners() {}

    /** @throws ArchiveException if a file of the capture belongs to another device */
    static void check(ArchiveLayout layout, Capture capture) throws IOException {
        String own = DeviceFileName.of(capture.device());
        for (CapturedConfiguration configuration : capture.configurations()) {
            String stem = configuration.file(capture.device()).replaceFirst("\\.cfg$", "");
            if (configuration.form() != ConfigurationForm.PRIMARY
                    && Files.isDirectory(layout.devices().resolve(stem))) {
                throw shared(configuration.file(capture.device()), capture.device(), stem);
            }
        }
        int dot = own.lastIndexOf('.');
        if (dot > 0) {
            String shorter = own.substring(0, dot);
            if (Files.isDirectory(layout.devices().resolve(shorter))
                    && DeviceIndexes.read(layout, shorter).latest().containsKey(own + ".cfg")) {
                throw shared(own + ".cfg", capture.device(), shorter);
            }
        }
    }

    private static ArchiveException shared(String file, String device, String other) {
        return new ArchiveException(
                "The file " + file + " would belong to both devices " + device + " and " + other + ".",
                "Give one of them another name in the inventory.",
                null);
    }
}
