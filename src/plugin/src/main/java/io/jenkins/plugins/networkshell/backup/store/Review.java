package io.jenkins.plugins.networkshell.backup.store;

import java.time.Instant;

/**
 * A user reviewed the changes of a version of a device's configuration.
 *
 * @param version number of the version in the archive
 * @param user id of the reviewer
 * @param note empty for none
 */
public record Review(String device, int version, String user, Instant at, String note) {}
