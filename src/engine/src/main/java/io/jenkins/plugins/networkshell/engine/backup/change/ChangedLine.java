package io.jenkins.plugins.networkshell.engine.backup.change;

import java.io.Serializable;

/**
 * An added or removed line.
 *
 * @param added false if it was removed
 * @param number its line number, from 1, in the configuration that has it
 */
public record ChangedLine(boolean added, String text, int number) implements Serializable {}
