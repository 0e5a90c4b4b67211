package io.jenkins.plugins.networkshell.engine.platform.dialogue;

import java.io.Serializable;
import java.util.List;

/**
 * A way from one mode to another: one edge of the graph of modes.
 *
 * @param from the mode this edge starts in
 * @param send the command to type there
 * @param dialogue what the device then asks, in any order
 */
public record Transition(String from, String send, List<Question> dialogue) implements Serializable {}
