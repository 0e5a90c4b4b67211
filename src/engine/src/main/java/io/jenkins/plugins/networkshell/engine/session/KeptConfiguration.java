package io.jenkins.plugins.networkshell.engine.session;

import java.nio.file.Path;

/**
 * A complete configuration that a session has captured and put in place.
 *
 * @param command the index of the command that printed it
 * @param name of the configuration in the platform's definition, for instance {@code running}
 */
public record KeptConfiguration(int command, String name, Path file) {}
