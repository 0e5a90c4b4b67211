package io.jenkins.plugins.networkshell.engine.backup.archive;

import io.jenkins.plugins.networkshell.engine.backup.ConfigurationForm;
import java.io.Serializable;

/**
 * One configuration of a version.
 *
 * @param configuration {@code startup}, {@code running}, …
 * @param file name of the file, the same for all versions
 * @param bytes its size
 * @param sha256 of the file
 */
public record VersionFile(String configuration, ConfigurationForm form, String file, long bytes, String sha256)
        implements Serializable {}
