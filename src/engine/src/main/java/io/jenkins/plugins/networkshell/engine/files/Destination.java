package io.jenkins.plugins.networkshell.engine.files;

/**
 * Where bytes are written on a device.
 *
 * @param offset where to continue; at 0 an existing file is emptied first
 * @param fresh for offset 0: whether to remove an existing file instead of emptying it, so that a link that somebody
 *     else created is not followed
 * @param mode for a new file, or null
 */
public record Destination(String path, long offset, boolean fresh, Integer mode) {}
