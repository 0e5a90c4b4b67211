/**
 * From a device's bytes to clean lines of text: {@link io.jenkins.plugins.networkshell.engine.terminal.TextDecoder}
 * decodes, {@link io.jenkins.plugins.networkshell.engine.terminal.Terminal} acts on control sequences, {@link
 * io.jenkins.plugins.networkshell.engine.terminal.InputLine} is the one line that can still change.
 */
package io.jenkins.plugins.networkshell.engine.terminal;
