package io.jenkins.plugins.networkshell.simulator.shell;

/** What the PTY request said; 0 if there was none. */
public record TerminalSize(int columns, int rows) {}
