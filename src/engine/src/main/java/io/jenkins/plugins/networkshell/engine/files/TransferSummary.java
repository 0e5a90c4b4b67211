package io.jenkins.plugins.networkshell.engine.files;

import java.io.Serializable;

/**
 * What was copied.
 *
 * @param files how many were copied
 * @param skipped how many were left out
 * @param bytes how many travelled; what an earlier attempt had copied is not among them
 */
public record TransferSummary(long files, long skipped, long bytes) implements Serializable {}
