package io.jenkins.plugins.networkshell.hostkeys;

import java.time.Instant;

/**
 * An administrator's approval of a key.
 *
 * @param by the id of the user
 * @param at time of the approval, in whole seconds
 */
public record Approval(String by, Instant at) {}
