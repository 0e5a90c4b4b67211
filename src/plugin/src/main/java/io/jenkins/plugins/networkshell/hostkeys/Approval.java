package io.jenkins.plugins.networkshell.hostkeys;

import java.time.Instant;

/**
 * An administrator's word that a key is the device's.
 *
 * @param by the id of the user
 * @param at when it was given, in whole seconds
 */
public record Approval(String by, Instant at) {}
