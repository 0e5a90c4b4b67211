package io.jenkins.plugins.networkshell.simulator.shell;

/** The size in the PTY request; 0 if there was none. */
public record TerminalSize(int columns, int rows) {}
