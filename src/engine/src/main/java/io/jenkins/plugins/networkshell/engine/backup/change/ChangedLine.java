package io.jenkins.plugins.networkshell.engine.backup.change;

import java.io.Serializable;

/**
 * A line that came or went.
 *
 * @param added false if it went
 * @param number its place, from 1, in the configuration that has it
 */
public record ChangedLine(boolean added, String text, int number) implements Serializable {}
