package io.jenkins.plugins.networkshell.engine.trial;

/**
 * A proposed entry for the definition.
 *
 * @param field its place, for instance {@code configurations[0].end}
 * @param value what to write there; for a list, one more entry
 * @param reason what the device showed, secrets masked
 */
public record Proposal(String field, String value, String reason) {}
