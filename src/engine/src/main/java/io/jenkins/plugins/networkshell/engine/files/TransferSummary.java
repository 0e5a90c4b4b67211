package io.jenkins.plugins.networkshell.engine.files;

import java.io.Serializable;

/**
 * What was copied.
 *
 * @param files number of copied files
 * @param skipped number of skipped files
 * @param bytes number of transferred bytes, without those of an earlier attempt
 */
public record TransferSummary(long files, long skipped, long bytes) implements Serializable {}
