package io.jenkins.plugins.networkshell.backup.store;

import java.time.Instant;

/**
 * Somebody looked at what a version of a device's configuration changed.
 *
 * @param version number of the version in the archive
 * @param user id of who looked
 * @param note empty for none
 */
public record Review(String device, int version, String user, Instant at, String note) {}
