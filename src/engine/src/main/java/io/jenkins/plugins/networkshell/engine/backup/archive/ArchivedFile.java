package io.jenkins.plugins.networkshell.engine.backup.archive;

import java.nio.file.Path;

/**
 * One of the last good configurations.
 *
 * @param device its file name without extension
 * @param configuration null for the primary one
 */
public record ArchivedFile(String device, String configuration, Path path) {}
