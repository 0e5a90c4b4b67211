package io.jenkins.plugins.networkshell.simulator.scene;

/**
 * A view or mode of a device.
 *
 * @param name used by commands and replies
 * @param prompt with {@code ${…}} placeholders: {@code ${host}}, {@code ${user}}, groups of the command that entered the
 *     mode
 */
public record Mode(String name, String prompt) {}
