package io.jenkins.plugins.networkshell.simulator.shell;

/**
 * What a client opens a shell with.
 *
 * @param user who logged in
 * @param columns of the terminal in the PTY request; 0 if there was none
 */
public record ShellRequest(String user, int columns) {}
