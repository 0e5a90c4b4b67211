package io.jenkins.plugins.networkshell.backup.store;

import java.time.Instant;

/**
 * When something happened to a device.
 *
 * @param build number of the build that saw it; the build may be gone
 */
public record Moment(int build, Instant at) {}
