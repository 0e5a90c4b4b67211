package io.jenkins.plugins.networkshell.engine.shell.border;

import java.util.List;

/**
 * Held lines that belong to one command's output.
 *
 * @param command its place in typing order
 * @param ran false if only the end of the command was echoed, so that the text that follows belongs to no command
 * @param echoedAt when the command was echoed
 * @param lines modifiable
 */
record HeldOutput(int command, boolean ran, long echoedAt, List<HeldLine> lines) {}
