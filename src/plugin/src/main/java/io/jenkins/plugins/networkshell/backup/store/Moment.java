package io.jenkins.plugins.networkshell.backup.store;

import java.time.Instant;

/**
 * The time of an event on a device.
 *
 * @param build number of the build that saw it; the build may have been deleted
 */
public record Moment(int build, Instant at) {}
