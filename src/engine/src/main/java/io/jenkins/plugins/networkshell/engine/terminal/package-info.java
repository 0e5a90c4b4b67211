/**
 * Turns a device's bytes into clean lines of text: {@link io.jenkins.plugins.networkshell.engine.terminal.TextDecoder}
 * decodes, {@link io.jenkins.plugins.networkshell.engine.terminal.Terminal} interprets control sequences, {@link
 * io.jenkins.plugins.networkshell.engine.terminal.InputLine} is the line that can still change.
 */
package io.jenkins.plugins.networkshell.engine.terminal;
